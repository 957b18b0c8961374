Instance: answer-undivided
InstanceOf: IndicatorReport
Usage: #example
Title: "Protected Answer, Undivided"
Description: "The share of courses with an incentive, of which the numerator is withheld, so that there is no score (R10, R14, R20)."
* extension[protection].extension[cut].valueDate = "2026-11-23"
* extension[protection].extension[threshold].valuePositiveInt = 11
* extension[protection].extension[minimumClinics].valuePositiveInt = 3
* extension[protection].extension[overlap].valueBoolean = false
* measure = "https://ketamine-registry.example/fhir/Measure/incentives"
* date = "2026-11-23T02:00:04Z"
* period.start = "2026-07-01"
* period.end = "2026-09-30"
* group.extension[wider].valueCode = #sex
* group.code = IndicatorGroupCS#incentives
* group.population[0].code = http://terminology.hl7.org/CodeSystem/measure-population#denominator
* group.population[0].count = 64
* group.population[0].extension[noiseVariance].valueDecimal = 4
* group.population[0].extension[interval].valueRange.low.value = 60.0801
* group.population[0].extension[interval].valueRange.high.value = 67.9199
* group.population[1].code = http://terminology.hl7.org/CodeSystem/measure-population#numerator
* group.population[1].extension[noiseVariance].valueDecimal = 4
* group.population[1].extension[withheld].valueCode = #protected
* group.measureScore.extension[withheld].valueCode = #part-withheld
