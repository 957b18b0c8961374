ValueSet: ReviewDecisionVS
Id: review-decision-vs
Title: "Review Decisions"
Description: "What a prescriber decides in a review."
* insert Definition
* ^purpose = "R3, R18: what a review decided."
* ReviewDecisionCS#continue "Continue"
* ReviewDecisionCS#change-dose "Change the dose"
* ReviewDecisionCS#change-interval "Change the interval"
* ReviewDecisionCS#change-route "Change the route"
* ReviewDecisionCS#taper "Taper"
* ReviewDecisionCS#pause "Pause"
* ReviewDecisionCS#stop "Stop"
