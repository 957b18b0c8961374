ValueSet: RechallengeOutcomeVS
Id: rechallenge-outcome-vs
Title: "Rechallenge Outcomes"
Description: "Whether the event came back when the suspected drug was given again."
* insert Definition
* ^purpose = "R14: a positive rechallenge is strong evidence of a cause."
* RechallengeOutcomeCS#recurred "Recurred"
* RechallengeOutcomeCS#did-not-recur "Did not recur"
* RechallengeOutcomeCS#outcome-unknown "Outcome unknown"
* RechallengeOutcomeCS#not-given-again "Not given again"
