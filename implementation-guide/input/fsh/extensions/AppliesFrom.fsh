Extension: AppliesFrom
Id: applies-from
Title: "Applies From"
Description: "The first day whose doses, supplies, sessions, courses, responses and events a rule judges. What happened or began before it is not found, so that a new duty holds nothing against the time when nobody had it. Absent means all that is on record."
Context: PlanDefinition.action
* insert Definition
* ^purpose = "R1, R26"
* value[x] 1..1
* value[x] only date
