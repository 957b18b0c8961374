Instance: ResearchSubject-individual
InstanceOf: SearchParameter
Usage: #definition
Title: "ResearchSubject: individual"
Description: "The patient."
* insert ActiveSearchParameter(ResearchSubject, individual, reference)
* name = "ResearchSubjectIndividual"
* description = "The patient."
* purpose = "R9: whether a patient is in a study is seen beside the records."
* expression = "ResearchSubject.individual"
* target = #Patient
