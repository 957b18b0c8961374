Instance: Composition-subject
InstanceOf: SearchParameter
Usage: #definition
Title: "Composition: subject"
Description: "The patient of the case report."
* insert ActiveSearchParameter(Composition, subject, reference)
* name = "CompositionSubject"
* description = "The patient of the case report."
* purpose = "R9: the reports about a patient are read together."
* expression = "Composition.subject"
* target = #Patient
