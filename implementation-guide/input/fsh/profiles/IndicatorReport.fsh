Profile: IndicatorReport
Parent: MeasureReport
Id: indicator-report
Title: "Indicator Report"
Description: "The figures of an indicator over one period. Made by a registry, never submitted. It is either protected, and says how, or exact, and stays with the registry's own steward. What is withheld is marked and never shown as 0."
* insert Definition
* ^purpose = "R7, R10, R14, R20: zero, withheld and unknown never look alike, and no figure looks more certain than it is."
* implicitRules 0..0
* modifierExtension 0..0
* insert NothingContained
* obeys krn-rep-1
* extension contains
    AnswerProtection named protection 0..1 MS and
    ExactFigures named exact 0..1 MS and
    AnswerFilter named filter 0..3 MS
* extension[protection] ^short = "What a protected answer is computed over, and how it was protected"
* extension[exact] ^short = "That the figures are exact"
* extension[filter] ^short = "To which band of a dimension all figures are narrowed"
* status = #complete
* type = #summary
* measure 1..1 MS
* measure ^short = "The indicator, with its version"
* subject 0..0
* date 1..1 MS
* date ^short = "When what is counted was on record: the making of the cut"
* reporter 0..0
* period.start 1..1
* period.end 1..1
* evaluatedResource 0..0
* group 1..* MS
* group.extension contains WiderThanAsked named wider 0..3 MS
* group.code 1..1 MS
* group.population MS
* group.population obeys krn-rep-2
* group.population.extension contains
    NoiseVariance named noiseVariance 0..1 MS and
    Withheld named withheld 0..1 MS and
    Interval95 named interval 0..1 MS
* group.population.code 1..1
* group.population.code from http://hl7.org/fhir/ValueSet/measure-population (required)
* group.population.subjectResults 0..0
* group.measureScore.extension contains
    Withheld named withheld 0..1 MS and
    Interval95 named interval 0..1 MS
* group.stratifier 0..1 MS
* group.stratifier ^short = "The dimensions by which the figures are divided, and each combination of their bands"
* group.stratifier.code 1..3 MS
* group.stratifier.code from IndicatorDimensionVS (required)
* group.stratifier.stratum 1..* MS
* group.stratifier.stratum.extension contains WiderThanAsked named wider 0..3 MS
* group.stratifier.stratum.component.code from IndicatorDimensionVS (required)
* group.stratifier.stratum.population MS
* group.stratifier.stratum.population obeys krn-rep-2
* group.stratifier.stratum.population.extension contains
    NoiseVariance named noiseVariance 0..1 MS and
    Withheld named withheld 0..1 MS and
    Interval95 named interval 0..1 MS
* group.stratifier.stratum.population.code 1..1
* group.stratifier.stratum.population.code from http://hl7.org/fhir/ValueSet/measure-population (required)
* group.stratifier.stratum.population.subjectResults 0..0
* group.stratifier.stratum.measureScore.extension contains
    Withheld named withheld 0..1 MS and
    Interval95 named interval 0..1 MS
