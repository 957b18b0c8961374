Instance: MedicationDispense-patient
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationDispense: patient"
Description: "The patient of the supply."
* insert ActiveSearchParameter(MedicationDispense, patient, reference)
* name = "MedicationDispensePatient"
* description = "The patient of the supply."
* purpose = "Supplies of a patient are added up (R2, R13)."
* expression = "MedicationDispense.subject.where(resolve() is Patient)"
* target = #Patient
