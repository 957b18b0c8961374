Instance: MedicationDispense-prescription
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationDispense: prescription"
Description: "The prescription that a supply was made on."
* insert ActiveSearchParameter(MedicationDispense, prescription, reference)
* name = "MedicationDispensePrescription"
* description = "The prescription that a supply was made on."
* purpose = "R2, R13: supplies are compared with what was prescribed."
* expression = "MedicationDispense.authorizingPrescription"
* target = #MedicationRequest
