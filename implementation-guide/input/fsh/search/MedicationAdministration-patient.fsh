Instance: MedicationAdministration-patient
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationAdministration: patient"
Description: "The patient of the administration."
* insert ActiveSearchParameter(MedicationAdministration, patient, reference)
* name = "MedicationAdministrationPatient"
* description = "The patient of the administration."
* purpose = "Cumulative dose and frequency are read per patient (R19, R23)."
* expression = "MedicationAdministration.subject.where(resolve() is Patient)"
* target = #Patient
