CodeSystem: ReviewDecisionCS
Id: review-decision-cs
Title: "Review Decisions"
Description: "What a prescriber decides in a review."
* insert Definition
* ^purpose = "R3, R18: what a review decided."
* ^caseSensitive = true
* #continue "Continue" "The course goes on as before."
* #change-dose "Change the dose" "The course goes on with another dose."
* #change-interval "Change the interval" "The course goes on with another interval between doses."
* #change-route "Change the route" "The course goes on by another route or with another of the three substances."
* #taper "Taper" "Dose or frequency are lowered in order to end the course."
* #pause "Pause" "The course is interrupted until a further review."
* #stop "Stop" "The course ends."
