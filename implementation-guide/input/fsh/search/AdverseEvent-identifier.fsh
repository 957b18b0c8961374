Instance: AdverseEvent-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "AdverseEvent: identifier"
Description: "The identifier of the adverse event."
* insert ActiveSearchParameter(AdverseEvent, identifier, token)
* name = "AdverseEventIdentifier"
* description = "The identifier of the adverse event."
* purpose = "R7: conditional references, conditional updates and conditional creates address a record by its business identifier."
* expression = "AdverseEvent.identifier"
