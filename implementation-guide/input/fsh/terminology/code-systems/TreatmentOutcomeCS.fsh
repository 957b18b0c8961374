CodeSystem: TreatmentOutcomeCS
Id: treatment-outcome-cs
Title: "Outcomes of Earlier Treatment"
Description: "What became of an earlier treatment of the present illness."
* insert Definition
* ^purpose = "S4: what earlier treatments did."
* ^caseSensitive = true
* #remission "Remission" "Symptoms went away."
* #response "Response" "Symptoms fell by half or more."
* #partial-response "Partial response" "Symptoms fell, by less than half."
* #no-response "No response" "Symptoms did not fall."
* #relapse "Relapse" "Symptoms came back under the treatment after a response."
* #not-tolerated "Not tolerated" "Side effects made it end before an effect could be expected."
* #unknown "Unknown" "The outcome is not known."
