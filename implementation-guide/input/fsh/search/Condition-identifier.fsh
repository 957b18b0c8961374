Instance: Condition-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "Condition: identifier"
Description: "An identifier of the comorbidity."
* insert ActiveSearchParameter(Condition, identifier, token)
* name = "ConditionIdentifier"
* description = "An identifier of the comorbidity."
* purpose = "R7: conditional references, conditional updates and conditional creates address a record by its business identifier."
* expression = "Condition.identifier"
