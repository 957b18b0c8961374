Instance: AdverseEvent-seriousness
InstanceOf: SearchParameter
Usage: #definition
Title: "AdverseEvent: seriousness"
Description: "Whether the event is serious."
* insert ActiveSearchParameter(AdverseEvent, seriousness, token)
* name = "AdverseEventSeriousness"
* description = "Whether the event is serious."
* purpose = "R14: serious events are reported within a time limit."
* expression = "AdverseEvent.seriousness"
