ValueSet: EventSeriousnessVS
Id: event-seriousness-vs
Title: "Event Seriousness"
Description: "Whether an adverse event is serious in the sense of ICH E2A."
* insert Definition
* $seriousness#Serious "Serious"
* $seriousness#Non-serious "Non-serious"
