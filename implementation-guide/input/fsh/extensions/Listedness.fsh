Extension: Listedness
Id: listedness
Title: "Listedness"
Description: "Whether an event of this kind is among the known effects of the suspected drug. This is not expectedness: an event is expected only against the reference safety information of a marketing authorisation, and off-label use has none, so that no event of it is expected in that sense."
Context: AdverseEvent
* insert Definition
* ^purpose = "R14: what is not among the known effects is looked at first."
* value[x] 1..1
* value[x] only code
* valueCode from ListednessVS (required)
