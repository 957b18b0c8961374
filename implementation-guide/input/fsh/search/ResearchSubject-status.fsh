Instance: ResearchSubject-status
InstanceOf: SearchParameter
Usage: #definition
Title: "ResearchSubject: status"
Description: "How the participation stands."
* insert ActiveSearchParameter(ResearchSubject, status, token)
* name = "ResearchSubjectStatus"
* description = "How the participation stands."
* purpose = "R9: those who withdrew are told from those who stayed."
* expression = "ResearchSubject.status"
