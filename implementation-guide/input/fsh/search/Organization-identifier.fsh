Instance: Organization-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "Organization: identifier"
Description: "An identifier of the clinic."
* insert ActiveSearchParameter(Organization, identifier, token)
* name = "OrganizationIdentifier"
* description = "An identifier of the clinic."
* purpose = "R11: submissions name their clinic by the identifier that the registry gave it."
* expression = "Organization.identifier"
