Instance: MedicationStatement-code
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationStatement: code"
Description: "The class of the medicine."
* insert ActiveSearchParameter(MedicationStatement, code, token)
* name = "MedicationStatementCode"
* description = "The class of the medicine."
* purpose = "R8, S4: sessions are compared with and without a class of medicine."
* expression = "MedicationStatement.medication as CodeableConcept"
