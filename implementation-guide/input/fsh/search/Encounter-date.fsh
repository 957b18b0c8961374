Instance: Encounter-date
InstanceOf: SearchParameter
Usage: #definition
Title: "Encounter: date"
Description: "When the session took place."
* insert ActiveSearchParameter(Encounter, date, date)
* name = "EncounterDate"
* description = "When the session took place."
* purpose = "Completeness and trends are read by period (R7)."
* expression = "Encounter.period"
