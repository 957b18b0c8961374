Instance: MedicationAdministration-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationAdministration: identifier"
Description: "An identifier of the administration."
* insert ActiveSearchParameter(MedicationAdministration, identifier, token)
* name = "MedicationAdministrationIdentifier"
* description = "An identifier of the administration."
* purpose = "R7: conditional references, conditional updates and conditional creates address a record by its business identifier."
* expression = "MedicationAdministration.identifier"
