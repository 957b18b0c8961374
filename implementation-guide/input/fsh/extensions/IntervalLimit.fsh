Extension: IntervalLimit
Id: interval-limit
Title: "Interval Limit"
Description: "The shortest permitted interval of a rule about intervals or about how long a patient is watched. A shorter one is found; an equal one is not. Days are counted by the calendar of the place of treatment, so that neither the hour nor a change of the clocks counts; hours are exact."
Context: PlanDefinition.action
* insert Definition
* ^purpose = "R1, R8, R15, R18"
* value[x] 1..1
* value[x] only Duration
* value[x] obeys krn-prs-5
* insert QuantityFrom(valueDuration, RecallPeriodUnitVS)
