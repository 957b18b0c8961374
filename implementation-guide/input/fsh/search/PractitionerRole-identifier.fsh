Instance: PractitionerRole-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "PractitionerRole: identifier"
Description: "An identifier of the prescriber."
* insert ActiveSearchParameter(PractitionerRole, identifier, token)
* name = "PractitionerRoleIdentifier"
* description = "An identifier of the prescriber."
* purpose = "R7: conditional references, conditional updates and conditional creates address a record by its business identifier."
* expression = "PractitionerRole.identifier"
