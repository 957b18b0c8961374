Instance: MedicationDispense-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationDispense: identifier"
Description: "An identifier of the supply."
* insert ActiveSearchParameter(MedicationDispense, identifier, token)
* name = "MedicationDispenseIdentifier"
* description = "An identifier of the supply."
* purpose = "R7: conditional references, conditional updates and conditional creates address a record by its business identifier."
* expression = "MedicationDispense.identifier"
