Extension: StudySite
Id: study-site
Title: "Study Site"
Description: "The clinic that takes part in the study and submits the record. In R5 this is ResearchStudy.site, which in R4 leads to a Location only."
Context: ResearchStudy
* insert Definition
* ^purpose = "R9, R11"
* value[x] 1..1
* value[x] only Reference(KetamineClinic)
* value[x] obeys krn-std-7
* insert LiteralReference(valueReference)
