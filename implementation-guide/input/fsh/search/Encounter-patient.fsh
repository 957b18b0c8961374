Instance: Encounter-patient
InstanceOf: SearchParameter
Usage: #definition
Title: "Encounter: patient"
Description: "The patient of the session."
* insert ActiveSearchParameter(Encounter, patient, reference)
* name = "EncounterPatient"
* description = "The patient of the session."
* purpose = "R18: the interval between sessions of a patient is a practice rule."
* expression = "Encounter.subject.where(resolve() is Patient)"
* target = #Patient
