ValueSet: EventSeriousnessVS
Id: event-seriousness-vs
Title: "Event Seriousness"
Description: "Whether an adverse event is serious in the sense of ICH E2A."
* insert Definition
* ^purpose = "R14: serious events are found and reported in time."
* $seriousness#Serious "Serious"
* $seriousness#Non-serious "Non-serious"
