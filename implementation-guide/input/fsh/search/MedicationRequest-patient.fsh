Instance: MedicationRequest-patient
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationRequest: patient"
Description: "The patient of the prescription."
* insert ActiveSearchParameter(MedicationRequest, patient, reference)
* name = "MedicationRequestPatient"
* description = "The patient of the prescription."
* purpose = "Prescriptions of a patient are read together (R2, R13)."
* expression = "MedicationRequest.subject.where(resolve() is Patient)"
* target = #Patient
