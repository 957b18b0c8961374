Instance: Condition-code
InstanceOf: SearchParameter
Usage: #definition
Title: "Condition: code"
Description: "The kind of condition."
* insert ActiveSearchParameter(Condition, code, token)
* name = "ConditionCode"
* description = "The kind of condition."
* purpose = "S4: analyses stratify by comorbidity."
* expression = "Condition.code"
