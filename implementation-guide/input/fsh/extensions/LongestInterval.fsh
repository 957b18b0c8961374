Extension: LongestInterval
Id: longest-interval
Title: "Longest Interval"
Description: "The longest permitted interval of a rule about what is due or what may last: whole days by the calendar, and the day from which it counts is not among them. A longer one is found; an equal one is not."
Context: PlanDefinition.action
* insert Definition
* insert UcumCopyright
* ^purpose = "R1, R3, R7, R18, R21"
* value[x] 1..1
* value[x] only Duration
* value[x] obeys krn-prs-5 and krn-prs-7
* insert QuantityIn(valueDuration, #d)
