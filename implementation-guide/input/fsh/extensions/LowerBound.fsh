Extension: LowerBound
Id: lower-bound
Title: "Lower Bound"
Description: "That the true total is higher, but for noise: some member withheld its part."
Context: MeasureReport.group.population, MeasureReport.group.stratifier.stratum.population
* insert Definition
* ^purpose = "R10, R20: a total over several registries does not look more certain than it is, and says who is in it."
* value[x] 1..1
* value[x] only boolean
* valueBoolean = true
