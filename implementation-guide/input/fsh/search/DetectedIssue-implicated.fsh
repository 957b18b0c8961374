Instance: DetectedIssue-implicated
InstanceOf: SearchParameter
Usage: #definition
Title: "DetectedIssue: implicated"
Description: "A record that the finding is about."
* insert ActiveSearchParameter(DetectedIssue, implicated, reference)
* name = "DetectedIssueImplicated"
* description = "A record that the finding is about."
* purpose = "R1: a record leads to its findings."
* expression = "DetectedIssue.implicated"
