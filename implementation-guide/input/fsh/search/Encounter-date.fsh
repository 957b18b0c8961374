Instance: Encounter-date
InstanceOf: SearchParameter
Usage: #definition
Title: "Encounter: date"
Description: "When the session took place."
* insert ActiveSearchParameter(Encounter, date, date)
* name = "EncounterDate"
* description = "When the session took place."
* purpose = "R7: completeness and trends are read by period."
* expression = "Encounter.period"
