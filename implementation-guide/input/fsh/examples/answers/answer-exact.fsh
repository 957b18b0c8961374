Instance: answer-exact
InstanceOf: IndicatorReport
Usage: #example
Title: "Exact Figures"
Description: "What the steward of a registry sees of it (R7)."
* extension[exact].valueBoolean = true
* measure = "https://ketamine-registry.example/fhir/Measure/incentives"
* date = "2026-11-26T09:30:00Z"
* period.start = "2026-07-01"
* period.end = "2026-09-30"
* group.code = IndicatorGroupCS#incentives
* group.population[0].code = http://terminology.hl7.org/CodeSystem/measure-population#denominator
* group.population[0].count = 63
* group.population[1].code = http://terminology.hl7.org/CodeSystem/measure-population#numerator
* group.population[1].count = 2
* group.measureScore.value = 0.031746
