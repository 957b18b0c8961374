Instance: Patient-organization
InstanceOf: SearchParameter
Usage: #definition
Title: "Patient: organization"
Description: "The clinic of the patient."
* insert ActiveSearchParameter(Patient, organization, reference)
* name = "PatientOrganization"
* description = "The clinic of the patient."
* purpose = "R7: a clinic sees its own patients and no others."
* expression = "Patient.managingOrganization"
* target = #Organization
