Instance: ResearchSubject-study
InstanceOf: SearchParameter
Usage: #definition
Title: "ResearchSubject: study"
Description: "The study."
* insert ActiveSearchParameter(ResearchSubject, study, reference)
* name = "ResearchSubjectStudy"
* description = "The study."
* purpose = "R9: the patients of a study are found, and by them its safety and efficacy data."
* expression = "ResearchSubject.study"
* target = #ResearchStudy
