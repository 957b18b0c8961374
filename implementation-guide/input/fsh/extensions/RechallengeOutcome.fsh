Extension: RechallengeOutcome
Id: rechallenge-outcome
Title: "Rechallenge Outcome"
Description: "Whether the event came back when the suspected drug was given again. Repeated sessions make a rechallenge of every event that did not end the course."
Context: AdverseEvent.suspectEntity
* insert Definition
* ^purpose = "R14: a positive rechallenge is strong evidence of causality."
* value[x] 1..1
* value[x] only code
* valueCode from RechallengeOutcomeVS (required)
