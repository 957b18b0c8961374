Instance: Encounter-type
InstanceOf: SearchParameter
Usage: #definition
Title: "Encounter: type"
Description: "Session or prescriber review."
* insert ActiveSearchParameter(Encounter, type, token)
* name = "EncounterType"
* description = "Session or prescriber review."
* purpose = "R3, R7: reviews are told from sessions."
* expression = "Encounter.type"
