ValueSet: TreatmentOutcomeVS
Id: treatment-outcome-vs
Title: "Outcomes of Earlier Treatment"
Description: "What became of an earlier treatment of the present illness."
* insert Definition
* ^purpose = "S4: what earlier treatments did."
* TreatmentOutcomeCS#remission "Remission"
* TreatmentOutcomeCS#response "Response"
* TreatmentOutcomeCS#partial-response "Partial response"
* TreatmentOutcomeCS#no-response "No response"
* TreatmentOutcomeCS#relapse "Relapse"
* TreatmentOutcomeCS#not-tolerated "Not tolerated"
* TreatmentOutcomeCS#unknown "Unknown"
