Instance: MedicationStatement-code
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationStatement: code"
Description: "The class of the medicine."
* insert ActiveSearchParameter(MedicationStatement, code, token)
* name = "MedicationStatementCode"
* description = "The class of the medicine."
* purpose = "Sessions are compared with and without a class of medicine (R8, S4)."
* expression = "MedicationStatement.medication as CodeableConcept"
