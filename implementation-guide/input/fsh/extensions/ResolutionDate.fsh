Extension: ResolutionDate
Id: resolution-date
Title: "Resolution Date"
Description: "When the event ended: the patient had recovered, with or without sequelae. An event that goes on has none, nor has a fatal one, whose end is the date of death of the patient."
Context: AdverseEvent
* insert Definition
* ^purpose = "R24"
* value[x] 1..1
* value[x] only dateTime
