Instance: MedicationRequest-patient
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationRequest: patient"
Description: "The patient of the prescription."
* insert ActiveSearchParameter(MedicationRequest, patient, reference)
* name = "MedicationRequestPatient"
* description = "The patient of the prescription."
* purpose = "R2, R13: prescriptions of a patient are read together."
* expression = "MedicationRequest.subject.where(resolve() is Patient)"
* target = #Patient
