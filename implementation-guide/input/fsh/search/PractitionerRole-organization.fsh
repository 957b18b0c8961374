Instance: PractitionerRole-organization
InstanceOf: SearchParameter
Usage: #definition
Title: "PractitionerRole: organization"
Description: "The clinic of the prescriber."
* insert ActiveSearchParameter(PractitionerRole, organization, reference)
* name = "PractitionerRoleOrganization"
* description = "The clinic of the prescriber."
* purpose = "R11: a clinic sees its own prescribers and no others."
* expression = "PractitionerRole.organization"
* target = #Organization
