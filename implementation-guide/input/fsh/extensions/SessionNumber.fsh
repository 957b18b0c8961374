Extension: SessionNumber
Id: session-number
Title: "Session Number"
Description: "The number of the session within its course, from 1."
Context: Encounter
* insert Definition
* ^purpose = "R7, S4"
* value[x] 1..1
* value[x] only positiveInt
