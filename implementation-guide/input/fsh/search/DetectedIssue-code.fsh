Instance: DetectedIssue-code
InstanceOf: SearchParameter
Usage: #definition
Title: "DetectedIssue: code"
Description: "The rule that made the finding."
* insert ActiveSearchParameter(DetectedIssue, code, token)
* name = "DetectedIssueCode"
* description = "The rule that made the finding."
* purpose = "Findings are counted by rule (R1, R26)."
* expression = "DetectedIssue.code"
