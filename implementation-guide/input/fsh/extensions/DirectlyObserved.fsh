Extension: DirectlyObserved
Id: directly-observed
Title: "Directly Observed"
Description: "Whether staff of the clinic watched the patient receive or take the dose."
Context: MedicationAdministration
* insert Definition
* ^purpose = "R18"
* value[x] 1..1
* value[x] only boolean
