Extension: TreatmentCount
Id: treatment-count
Title: "Treatment Count"
Description: "How many treatments of a kind ended in this way: trials of a class of medicine in adequate dose and time, or sessions of electroconvulsive therapy or magnetic stimulation."
Context: CodeableConcept
* insert Definition
* ^purpose = "R7, S4"
* value[x] 1..1
* value[x] only positiveInt
