Instance: AdverseEvent-subject
InstanceOf: SearchParameter
Usage: #definition
Title: "AdverseEvent: subject"
Description: "The patient of the adverse event."
* insert ActiveSearchParameter(AdverseEvent, subject, reference)
* name = "AdverseEventSubject"
* description = "The patient of the adverse event."
* purpose = "The events of a patient are read together (R19)."
* expression = "AdverseEvent.subject"
* target = #Patient
