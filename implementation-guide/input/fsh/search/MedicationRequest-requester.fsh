Instance: MedicationRequest-requester
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationRequest: requester"
Description: "The prescriber."
* insert ActiveSearchParameter(MedicationRequest, requester, reference)
* name = "MedicationRequestRequester"
* description = "The prescriber."
* purpose = "Prescriptions are read per prescriber (R3)."
* expression = "MedicationRequest.requester"
* target = #PractitionerRole
