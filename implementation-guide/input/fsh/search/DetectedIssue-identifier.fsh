Instance: DetectedIssue-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "DetectedIssue: identifier"
Description: "The identifier of the finding."
* insert ActiveSearchParameter(DetectedIssue, identifier, token)
* name = "DetectedIssueIdentifier"
* description = "The identifier of the finding."
* purpose = "R1: the registry finds the finding that it made before."
* expression = "DetectedIssue.identifier"
