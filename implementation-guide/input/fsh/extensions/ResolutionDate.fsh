Extension: ResolutionDate
Id: resolution-date
Title: "Resolution Date"
Description: "When the event resolved."
Context: AdverseEvent
* insert Definition
* ^purpose = "R24"
* value[x] 1..1
* value[x] only dateTime
