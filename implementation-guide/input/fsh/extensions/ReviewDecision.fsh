Extension: ReviewDecision
Id: review-decision
Title: "Review Decision"
Description: "What the prescriber decided in the review. A review may decide several things: another dose and another interval, say."
Context: Encounter
* insert Definition
* ^purpose = "R3"
* value[x] 1..1
* value[x] only code
* valueCode from ReviewDecisionVS (required)
