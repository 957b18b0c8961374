Instance: answer-complete
InstanceOf: IndicatorReport
Usage: #example
Title: "Protected Answer, Complete"
Description: "Adverse events for each session, with the interval of the rate (R10, R14, R20)."
* extension[protection].extension[cut].valueDate = "2026-11-23"
* extension[protection].extension[threshold].valuePositiveInt = 11
* extension[protection].extension[minimumClinics].valuePositiveInt = 3
* extension[protection].extension[overlap].valueBoolean = false
* measure = "https://ketamine-registry.example/fhir/Measure/adverse-events"
* date = "2026-11-23T02:00:04Z"
* period.start = "2026-07-01"
* period.end = "2026-09-30"
* group.code = IndicatorGroupCS#adverse-events
* group.population[0].code = http://terminology.hl7.org/CodeSystem/measure-population#denominator
* group.population[0].count = 1204
* group.population[0].extension[noiseVariance].valueDecimal = 576
* group.population[1].code = http://terminology.hl7.org/CodeSystem/measure-population#numerator
* group.population[1].count = 260
* group.population[1].extension[noiseVariance].valueDecimal = 100
* group.measureScore.value = 0.215947
* group.measureScore.extension[interval].valueRange.low.value = 0.185
* group.measureScore.extension[interval].valueRange.high.value = 0.248
