Profile: NetworkReport
Parent: MeasureReport
Id: network-report
Title: "Network Report"
Description: "The merged figures of an indicator over several registries. Made by the registry that asks, never submitted. Its text says first which members are in it. Counts are added, scores computed anew; what a member withholds makes a total a lower bound, and is never 0."
* insert Definition
* ^purpose = "R10, R14, R20: an honest partial answer beats a wrong total."
* implicitRules 0..0
* modifierExtension 0..0
* insert NothingContained
* obeys krn-net-1
* text 1..1 MS
* text ^short = "Which members are in it, and what became of the others"
* type = #summary
* measure 1..1 MS
* measure ^short = "The indicator, with its version"
* subject 0..0
* reporter 0..0
* period.start 1..1
* period.end 1..1
* evaluatedResource 0..0
* group 1..* MS
* group.extension contains MembersWider named wider 0..1 MS
* group.population MS
* group.population obeys krn-net-2 and krn-net-3
* group.population.extension contains
    NoiseVariance named noiseVariance 0..1 MS and
    Interval95 named interval 0..1 MS and
    LowerBound named lowerBound 0..1 MS and
    MembersShown named shown 1..1 MS and
    MembersWithheld named withheld 1..1 MS
* group.population.code 1..1
* group.population.code from http://hl7.org/fhir/ValueSet/measure-population (required)
* group.population.subjectResults 0..0
* group.measureScore.extension contains
    Interval95 named interval 0..1 MS and
    MembersShown named shown 0..1 MS and
    MembersWithheld named withheld 0..1 MS and
    Heterogeneity named heterogeneity 0..1 MS
* group.stratifier 0..1 MS
* group.stratifier.code 1..3 MS
* group.stratifier.code from IndicatorDimensionVS (required)
* group.stratifier.stratum MS
* group.stratifier.stratum.extension contains MembersWider named wider 0..1 MS
* group.stratifier.stratum.component.code from IndicatorDimensionVS (required)
* group.stratifier.stratum.population MS
* group.stratifier.stratum.population obeys krn-net-2 and krn-net-3
* group.stratifier.stratum.population.extension contains
    NoiseVariance named noiseVariance 0..1 MS and
    Interval95 named interval 0..1 MS and
    LowerBound named lowerBound 0..1 MS and
    MembersShown named shown 1..1 MS and
    MembersWithheld named withheld 1..1 MS
* group.stratifier.stratum.population.code 1..1
* group.stratifier.stratum.population.code from http://hl7.org/fhir/ValueSet/measure-population (required)
* group.stratifier.stratum.population.subjectResults 0..0
* group.stratifier.stratum.measureScore.extension contains
    Interval95 named interval 0..1 MS and
    MembersShown named shown 0..1 MS and
    MembersWithheld named withheld 0..1 MS and
    Heterogeneity named heterogeneity 0..1 MS
