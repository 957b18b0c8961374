ValueSet: ActionTakenVS
Id: action-taken-vs
Title: "Actions Taken"
Description: "What was done with the suspected drug because of the event."
* insert Definition
* ^purpose = "R14, R24: what followed an event for the treatment is part of a safety report."
* ActionTakenCS#drug-withdrawn "Drug withdrawn"
* ActionTakenCS#dose-reduced "Dose reduced"
* ActionTakenCS#dose-increased "Dose increased"
* ActionTakenCS#dose-not-changed "Dose not changed"
* ActionTakenCS#unknown "Unknown"
* ActionTakenCS#not-applicable "Not applicable"
