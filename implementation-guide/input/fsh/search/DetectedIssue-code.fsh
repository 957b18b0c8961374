Instance: DetectedIssue-code
InstanceOf: SearchParameter
Usage: #definition
Title: "DetectedIssue: code"
Description: "The rule that made the finding."
* insert ActiveSearchParameter(DetectedIssue, code, token)
* name = "DetectedIssueCode"
* description = "The rule that made the finding."
* purpose = "R1, R26: findings are counted by rule."
* expression = "DetectedIssue.code"
