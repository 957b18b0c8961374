Instance: AdverseEvent-date
InstanceOf: SearchParameter
Usage: #definition
Title: "AdverseEvent: date"
Description: "When the event began."
* insert ActiveSearchParameter(AdverseEvent, date, date)
* name = "AdverseEventDate"
* description = "When the event began."
* purpose = "R14: signals are followed over time."
* expression = "AdverseEvent.date"
