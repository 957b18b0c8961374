Instance: answer-divided
InstanceOf: IndicatorReport
Usage: #example
Title: "Protected Answer, Divided"
Description: "Adverse events for each session under esketamine, by sex and grade. One count is withheld, and the figures of one stratum are those of a wider group (R10, R14, R20)."
* extension[protection].extension[cut].valueDate = "2026-11-23"
* extension[protection].extension[threshold].valuePositiveInt = 11
* extension[protection].extension[minimumClinics].valuePositiveInt = 3
* extension[protection].extension[overlap].valueBoolean = false
* extension[filter].extension[dimension].valueCode = #substance
* extension[filter].extension[band].valueCode = #esketamine
* measure = "https://ketamine-registry.example/fhir/Measure/adverse-events"
* date = "2026-11-23T02:00:04Z"
* period.start = "2026-07-01"
* period.end = "2026-09-30"
* group.code = IndicatorGroupCS#adverse-events
* group.stratifier.code[0] = IndicatorDimensionCS#sex
* group.stratifier.code[1] = IndicatorDimensionCS#grade
* group.stratifier.stratum[0].component[0].code = IndicatorDimensionCS#sex
* group.stratifier.stratum[0].component[0].value.coding.code = #female
* group.stratifier.stratum[0].component[1].code = IndicatorDimensionCS#grade
* group.stratifier.stratum[0].component[1].value.coding.code = #C41338
* group.stratifier.stratum[0].extension[wider][0].valueCode = #sex
* group.stratifier.stratum[0].population[0].code = http://terminology.hl7.org/CodeSystem/measure-population#denominator
* group.stratifier.stratum[0].population[0].count = 812
* group.stratifier.stratum[0].population[0].extension[noiseVariance].valueDecimal = 576
* group.stratifier.stratum[0].population[0].extension[interval].valueRange.low.value = 764.961
* group.stratifier.stratum[0].population[0].extension[interval].valueRange.high.value = 859.039
* group.stratifier.stratum[0].population[1].code = http://terminology.hl7.org/CodeSystem/measure-population#numerator
* group.stratifier.stratum[0].population[1].count = 143
* group.stratifier.stratum[0].population[1].extension[noiseVariance].valueDecimal = 100
* group.stratifier.stratum[0].measureScore.value = 0.176108
* group.stratifier.stratum[0].measureScore.extension[interval].valueRange.low.value = 0.138
* group.stratifier.stratum[0].measureScore.extension[interval].valueRange.high.value = 0.217
* group.stratifier.stratum[1].component[0].code = IndicatorDimensionCS#sex
* group.stratifier.stratum[1].component[0].value.coding.code = #other
* group.stratifier.stratum[1].component[1].code = IndicatorDimensionCS#grade
* group.stratifier.stratum[1].component[1].value.coding.code = #C41338
* group.stratifier.stratum[1].population[0].code = http://terminology.hl7.org/CodeSystem/measure-population#denominator
* group.stratifier.stratum[1].population[0].count = 31
* group.stratifier.stratum[1].population[0].extension[noiseVariance].valueDecimal = 576
* group.stratifier.stratum[1].population[1].code = http://terminology.hl7.org/CodeSystem/measure-population#numerator
* group.stratifier.stratum[1].population[1].extension[noiseVariance].valueDecimal = 100
* group.stratifier.stratum[1].population[1].extension[withheld].valueCode = #protected
* group.stratifier.stratum[1].measureScore.extension[withheld].valueCode = #part-withheld
