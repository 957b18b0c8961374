Instance: DetectedIssue-patient
InstanceOf: SearchParameter
Usage: #definition
Title: "DetectedIssue: patient"
Description: "The patient of the finding."
* insert ActiveSearchParameter(DetectedIssue, patient, reference)
* name = "DetectedIssuePatient"
* description = "The patient of the finding."
* purpose = "R1: the findings of a patient are read together."
* expression = "DetectedIssue.patient"
* target = #Patient
