Instance: AdverseEvent-seriousness
InstanceOf: SearchParameter
Usage: #definition
Title: "AdverseEvent: seriousness"
Description: "Whether the event is serious."
* insert ActiveSearchParameter(AdverseEvent, seriousness, token)
* name = "AdverseEventSeriousness"
* description = "Whether the event is serious."
* purpose = "Serious events are reported within a time limit (R14)."
* expression = "AdverseEvent.seriousness"
