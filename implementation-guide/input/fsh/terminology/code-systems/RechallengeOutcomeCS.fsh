CodeSystem: RechallengeOutcomeCS
Id: rechallenge-outcome-cs
Title: "Rechallenge Outcomes"
Description: "Whether the event came back when the suspected drug was given again."
* insert Definition
* ^purpose = "R14: a positive rechallenge is strong evidence of a cause."
* ^caseSensitive = true
* insert E2bProperty([[G.k.9.i.4]])
* #recurred "Recurred" "The drug was given again, and the event came back."
* insert E2bCode(recurred, 1)
* #did-not-recur "Did not recur" "The drug was given again, and the event did not come back."
* insert E2bCode(did-not-recur, 2)
* #outcome-unknown "Outcome unknown" "The drug was given again, and it is not known whether the event came back."
* insert E2bCode(outcome-unknown, 3)
* #not-given-again "Not given again" "The drug was not given again."
* insert E2bCode(not-given-again, 4)
