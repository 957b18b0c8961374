Extension: TreatmentOutcome
Id: treatment-outcome
Title: "Treatment Outcome"
Description: "What became of an earlier treatment. Where one kind of treatment was tried more than once, it stands once for each outcome."
Context: CodeableConcept
* insert Definition
* ^purpose = "R7, S4"
* value[x] 1..1
* value[x] only code
* valueCode from TreatmentOutcomeVS (required)
