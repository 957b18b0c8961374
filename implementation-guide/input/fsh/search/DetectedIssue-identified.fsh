Instance: DetectedIssue-identified
InstanceOf: SearchParameter
Usage: #definition
Title: "DetectedIssue: identified"
Description: "When the finding was made."
* insert ActiveSearchParameter(DetectedIssue, identified, date)
* name = "DetectedIssueIdentified"
* description = "When the finding was made."
* purpose = "R1: findings are followed over time."
* expression = "DetectedIssue.identified"
