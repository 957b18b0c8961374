Instance: ResearchStudy-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "ResearchStudy: identifier"
Description: "The number of the study in a public register, or at the clinic."
* insert ActiveSearchParameter(ResearchStudy, identifier, token)
* name = "ResearchStudyIdentifier"
* description = "The number of the study in a public register, or at the clinic."
* purpose = "R7, R9: a study is found by its public registration, and addressed by a business identifier."
* expression = "ResearchStudy.identifier"
