Instance: MedicationRequest-requester
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationRequest: requester"
Description: "The prescriber."
* insert ActiveSearchParameter(MedicationRequest, requester, reference)
* name = "MedicationRequestRequester"
* description = "The prescriber."
* purpose = "R3: prescriptions are read per prescriber."
* expression = "MedicationRequest.requester"
* target = #PractitionerRole
