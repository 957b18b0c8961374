CodeSystem: ActionTakenCS
Id: action-taken-cs
Title: "Actions Taken"
Description: "What was done with the suspected drug because of the event."
* insert Definition
* ^purpose = "R14, R24: what followed an event for the treatment is part of a safety report."
* ^caseSensitive = true
* insert E2bProperty([[G.k.8]])
* #drug-withdrawn "Drug withdrawn" "The drug was stopped, and no further dose was planned when the event was recorded."
* insert E2bCode(drug-withdrawn, 1)
* #dose-reduced "Dose reduced" "The drug was continued at a lower dose, a slower rate or longer intervals."
* insert E2bCode(dose-reduced, 2)
* #dose-increased "Dose increased" "The drug was continued at a higher dose."
* insert E2bCode(dose-increased, 3)
* #dose-not-changed "Dose not changed" "The drug was continued as before."
* insert E2bCode(dose-not-changed, 4)
* #unknown "Unknown" "It is not known what was done."
* insert E2bCode(unknown, 0)
* #not-applicable "Not applicable" "Nothing was left to change: the last planned dose had been given, or the patient had died."
* insert E2bCode(not-applicable, 9)
