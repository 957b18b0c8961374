Instance: ResearchStudy-status
InstanceOf: SearchParameter
Usage: #definition
Title: "ResearchStudy: status"
Description: "How the study stands."
* insert ActiveSearchParameter(ResearchStudy, status, token)
* name = "ResearchStudyStatus"
* description = "How the study stands."
* purpose = "R9: studies that recruit, and studies that were stopped, are found."
* expression = "ResearchStudy.status"
