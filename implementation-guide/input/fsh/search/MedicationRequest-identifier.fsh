Instance: MedicationRequest-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationRequest: identifier"
Description: "An identifier of the prescription."
* insert ActiveSearchParameter(MedicationRequest, identifier, token)
* name = "MedicationRequestIdentifier"
* description = "An identifier of the prescription."
* purpose = "R7: conditional references, conditional updates and conditional creates address a record by its business identifier."
* expression = "MedicationRequest.identifier"
