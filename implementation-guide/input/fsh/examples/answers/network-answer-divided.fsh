Instance: network-answer-divided
InstanceOf: NetworkReport
Usage: #example
Title: "Network's Answer, Divided"
Description: "Adverse events for each session over two registries, by sex and grade. One member withholds a count, so that the total is a lower bound; of another nobody shows any (R10, R14, R20)."
* text.status = #generated
* text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\">All 2 members are in this answer: gb, fr.</div>"
* status = #complete
* measure = "https://ketamine-registry.example/fhir/Measure/adverse-events|0.3.0"
* period.start = "2026-07-01"
* period.end = "2026-09-30"
* group.stratifier.code[0] = IndicatorDimensionCS#sex
* group.stratifier.code[1] = IndicatorDimensionCS#grade
* group.stratifier.stratum[0].extension[wider].valueInteger = 1
* group.stratifier.stratum[0].component[0].code = IndicatorDimensionCS#sex
* group.stratifier.stratum[0].component[0].value.coding.code = #female
* group.stratifier.stratum[0].component[1].code = IndicatorDimensionCS#grade
* group.stratifier.stratum[0].component[1].value.coding.code = #C41338
* group.stratifier.stratum[0].population[0].code = http://terminology.hl7.org/CodeSystem/measure-population#denominator
* group.stratifier.stratum[0].population[0].count = 812
* group.stratifier.stratum[0].population[0].extension[noiseVariance].valueDecimal = 576
* group.stratifier.stratum[0].population[0].extension[lowerBound].valueBoolean = true
* group.stratifier.stratum[0].population[0].extension[shown].valueInteger = 1
* group.stratifier.stratum[0].population[0].extension[withheld].valueInteger = 1
* group.stratifier.stratum[0].population[1].code = http://terminology.hl7.org/CodeSystem/measure-population#numerator
* group.stratifier.stratum[0].population[1].count = 143
* group.stratifier.stratum[0].population[1].extension[noiseVariance].valueDecimal = 100
* group.stratifier.stratum[0].population[1].extension[interval].valueRange.low.value = 123.4
* group.stratifier.stratum[0].population[1].extension[interval].valueRange.high.value = 162.6
* group.stratifier.stratum[0].population[1].extension[shown].valueInteger = 2
* group.stratifier.stratum[0].population[1].extension[withheld].valueInteger = 0
* group.stratifier.stratum[0].measureScore.value = 0.176
* group.stratifier.stratum[0].measureScore.extension[interval].valueRange.low.value = 0.138
* group.stratifier.stratum[0].measureScore.extension[shown].valueInteger = 2
* group.stratifier.stratum[0].measureScore.extension[withheld].valueInteger = 0
* group.stratifier.stratum[0].measureScore.extension[heterogeneity].extension[q].valueDecimal = 0.4
* group.stratifier.stratum[0].measureScore.extension[heterogeneity].extension[degreesOfFreedom].valueInteger = 1
* group.stratifier.stratum[0].measureScore.extension[heterogeneity].extension[iSquared].valueDecimal = 0
* group.stratifier.stratum[1].component[0].code = IndicatorDimensionCS#sex
* group.stratifier.stratum[1].component[0].value.coding.code = #other
* group.stratifier.stratum[1].component[1].code = IndicatorDimensionCS#grade
* group.stratifier.stratum[1].component[1].value.coding.code = #C41338
* group.stratifier.stratum[1].population[0].code = http://terminology.hl7.org/CodeSystem/measure-population#denominator
* group.stratifier.stratum[1].population[0].extension[shown].valueInteger = 0
* group.stratifier.stratum[1].population[0].extension[withheld].valueInteger = 2
