Instance: Organization-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "Organization: identifier"
Description: "An identifier of the clinic."
* insert ActiveSearchParameter(Organization, identifier, token)
* name = "OrganizationIdentifier"
* description = "An identifier of the clinic."
* purpose = "Submissions name their clinic by the identifier that the registry gave it (R11)."
* expression = "Organization.identifier"
