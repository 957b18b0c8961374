Instance: MedicationRequest-authoredon
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationRequest: authoredon"
Description: "When the prescription was written."
* insert ActiveSearchParameter(MedicationRequest, authoredon, date)
* name = "MedicationRequestAuthoredOn"
* description = "When the prescription was written."
* purpose = "Escalation is read over time (R25)."
* expression = "MedicationRequest.authoredOn"
