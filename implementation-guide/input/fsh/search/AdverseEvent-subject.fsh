Instance: AdverseEvent-subject
InstanceOf: SearchParameter
Usage: #definition
Title: "AdverseEvent: subject"
Description: "The patient of the adverse event."
* insert ActiveSearchParameter(AdverseEvent, subject, reference)
* name = "AdverseEventSubject"
* description = "The patient of the adverse event."
* purpose = "R19: the events of a patient are read together."
* expression = "AdverseEvent.subject"
* target = #Patient
