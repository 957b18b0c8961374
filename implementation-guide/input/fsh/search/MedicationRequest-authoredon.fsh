Instance: MedicationRequest-authoredon
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationRequest: authoredon"
Description: "When the prescription was written."
* insert ActiveSearchParameter(MedicationRequest, authoredon, date)
* name = "MedicationRequestAuthoredOn"
* description = "When the prescription was written."
* purpose = "R25: escalation is read over time."
* expression = "MedicationRequest.authoredOn"
