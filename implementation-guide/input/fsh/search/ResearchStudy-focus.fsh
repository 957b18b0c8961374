Instance: ResearchStudy-focus
InstanceOf: SearchParameter
Usage: #definition
Title: "ResearchStudy: focus"
Description: "The substance that is studied."
* insert ActiveSearchParameter(ResearchStudy, focus, token)
* name = "ResearchStudyFocus"
* description = "The substance that is studied."
* purpose = "R9: the studies of a substance are read together."
* expression = "ResearchStudy.focus"
