Instance: MedicationDispense-patient
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationDispense: patient"
Description: "The patient of the supply."
* insert ActiveSearchParameter(MedicationDispense, patient, reference)
* name = "MedicationDispensePatient"
* description = "The patient of the supply."
* purpose = "R2, R13: supplies of a patient are added up."
* expression = "MedicationDispense.subject.where(resolve() is Patient)"
* target = #Patient
