Extension: CountingUnit
Id: counting-unit
Title: "Counting Unit"
Description: "What one is, when the population is counted. Two populations of a ratio may count different things, such as events and sessions."
Context: Measure.group.population
* insert Definition
* ^purpose = "R7, R20"
* value[x] 1..1
* value[x] only code
* valueCode from CountingUnitVS (required)
