Extension: LawfulBasis
Id: lawful-basis
Title: "Lawful Basis"
Description: "On what footing the jurisdiction's registry holds and uses records: by statute, unless the patient denies it, or only where the patient permits it. On the provenance of an import, the footing that the clinic attests for what it brings."
Context: PlanDefinition, Provenance
* insert Definition
* ^purpose = "R1, R16"
* value[x] 1..1
* value[x] only code
* valueCode from LawfulBasisVS (required)
