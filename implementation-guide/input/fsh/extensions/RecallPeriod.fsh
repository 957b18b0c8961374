Extension: RecallPeriod
Id: recall-period
Title: "Recall Period"
Description: "The time before the assessment that it speaks about. A score says something about a time point only if its recall period is not longer than the time elapsed."
Context: Observation
* insert Definition
* ^purpose = "R21"
* value[x] 1..1
* value[x] only Duration
* value[x] obeys krn-dep-5
* insert QuantityFrom(valueDuration, RecallPeriodUnitVS)
