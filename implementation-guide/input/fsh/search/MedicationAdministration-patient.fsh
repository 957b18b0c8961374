Instance: MedicationAdministration-patient
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationAdministration: patient"
Description: "The patient of the administration."
* insert ActiveSearchParameter(MedicationAdministration, patient, reference)
* name = "MedicationAdministrationPatient"
* description = "The patient of the administration."
* purpose = "R19, R23: cumulative dose and frequency are read per patient."
* expression = "MedicationAdministration.subject.where(resolve() is Patient)"
* target = #Patient
