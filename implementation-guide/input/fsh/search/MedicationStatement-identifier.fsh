Instance: MedicationStatement-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationStatement: identifier"
Description: "An identifier of the concomitant medication."
* insert ActiveSearchParameter(MedicationStatement, identifier, token)
* name = "MedicationStatementIdentifier"
* description = "An identifier of the concomitant medication."
* purpose = "R7: conditional references, conditional updates and conditional creates address a record by its business identifier."
* expression = "MedicationStatement.identifier"
