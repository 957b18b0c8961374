Extension: FollowUp
Id: follow-up
Title: "Follow-up"
Description: "An assessment that is due some time after the last dose of a course. One of the named assessments is enough; where several are due, each is a follow-up of its own. It is missing when the window has closed without it. What falls due after doses are given again is not."
Context: PlanDefinition.action
* insert Definition
* insert UcumCopyright
* ^purpose = "R1, R19, S1"
* extension contains
    after 1..1 and
    window 1..1 and
    assessment 1..*
* extension[after] ^short = "Days from the last dose to the day on which it is due"
* extension[after].value[x] 1..1
* extension[after].value[x] only Duration
* extension[after].value[x] obeys krn-prs-5 and krn-prs-7
* insert QuantityIn(extension[after].valueDuration, #d)
* extension[window] ^short = "Days before and after that day within which it counts"
* extension[window].value[x] 1..1
* extension[window].value[x] only Duration
* extension[window].value[x] obeys krn-prs-5 and krn-prs-7
* insert QuantityIn(extension[window].valueDuration, #d)
* extension[assessment] ^short = "Code of an assessment that counts"
* extension[assessment].value[x] 1..1
* extension[assessment].value[x] only Coding
* extension[assessment].valueCoding from FollowUpAssessmentVS (required)
