Instance: network-answer-undivided
InstanceOf: NetworkReport
Usage: #example
Title: "Network's Answer, Partial"
Description: "Adverse events for each session over three registries, of which two are in the answer (R10, R14, R20)."
* text.status = #generated
* text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\">Partial answer: 2 of 3 members are in it. In it: gb, fr. Not in it: de (deferred).</div>"
* status = #pending
* measure = "https://ketamine-registry.example/fhir/Measure/adverse-events|0.3.0"
* period.start = "2026-07-01"
* period.end = "2026-09-30"
* group.extension[wider].valueInteger = 1
* group.population[0].code = http://terminology.hl7.org/CodeSystem/measure-population#denominator
* group.population[0].count = 2016
* group.population[0].extension[noiseVariance].valueDecimal = 1152
* group.population[0].extension[interval].valueRange.low.value = 1949.48
* group.population[0].extension[interval].valueRange.high.value = 2082.52
* group.population[0].extension[shown].valueInteger = 2
* group.population[0].extension[withheld].valueInteger = 0
* group.population[1].code = http://terminology.hl7.org/CodeSystem/measure-population#numerator
* group.population[1].count = 403
* group.population[1].extension[noiseVariance].valueDecimal = 200
* group.population[1].extension[interval].valueRange.low.value = 375.282
* group.population[1].extension[interval].valueRange.high.value = 430.718
* group.population[1].extension[shown].valueInteger = 2
* group.population[1].extension[withheld].valueInteger = 0
* group.population[2].code = http://terminology.hl7.org/CodeSystem/measure-population#denominator-exclusion
* group.population[2].count = 14
* group.population[2].extension[noiseVariance].valueDecimal = 4
* group.population[2].extension[lowerBound].valueBoolean = true
* group.population[2].extension[shown].valueInteger = 1
* group.population[2].extension[withheld].valueInteger = 1
* group.measureScore.value = 0.199901
* group.measureScore.extension[interval].valueRange.low.value = 0.181
* group.measureScore.extension[interval].valueRange.high.value = 0.219
* group.measureScore.extension[shown].valueInteger = 2
* group.measureScore.extension[withheld].valueInteger = 0
* group.measureScore.extension[heterogeneity].extension[q].valueDecimal = 3.9
* group.measureScore.extension[heterogeneity].extension[degreesOfFreedom].valueInteger = 1
* group.measureScore.extension[heterogeneity].extension[iSquared].valueDecimal = 0.744
