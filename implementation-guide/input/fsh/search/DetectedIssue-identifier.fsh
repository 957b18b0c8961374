Instance: DetectedIssue-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "DetectedIssue: identifier"
Description: "The identifier of the finding."
* insert ActiveSearchParameter(DetectedIssue, identifier, token)
* name = "DetectedIssueIdentifier"
* description = "The identifier of the finding."
* purpose = "The registry finds the finding that it made before (R1)."
* expression = "DetectedIssue.identifier"
