Profile: KetamineIndicator
Parent: Measure
Id: ketamine-indicator
Title: "Ketamine Indicator"
Description: "A question that the network asks, with its populations, the dimensions by which an answer may be divided or narrowed, and who may ask. The criteria are expressions of a CQL library of this guide; they are the normative text, and the SQL that computes the indicator must agree with them."
* insert Definition
* ^purpose = "R7, R10, R14, R19, R20, R21: the question is known in advance, so that the answer can be protected and compared."
* implicitRules 0..0
* modifierExtension 0..0
* insert NothingContained
* obeys krn-ind-1
* extension contains
    IndicatorScope named scope 1..1 MS and
    DimensionLimit named dimensionLimit 1..1 MS
* extension[scope] ^short = "own-registry | network | public"
* extension[dimensionLimit] ^short = "How many dimensions at once"
* url 1..1 MS
* name 1..1
* title 1..1 MS
* experimental 1..1
* subject[x] 0..0
* description 1..1 MS
* purpose 1..1 MS
* effectivePeriod 1..1 MS
* effectivePeriod.start 1..1
* library 1..1 MS
* scoring 1..1 MS
* compositeScoring 0..0
* rationale 1..1 MS
* improvementNotation MS
* guidance 1..1 MS
* guidance ^short = "To which period what is counted belongs, and what the figure does not say"
* group 1..* MS
* group.code 1..1
* group.description 1..1
* group.population 1..* MS
* group.population obeys krn-ind-3
* group.population.extension contains CountingUnit named countingUnit 1..1 MS
* group.population.code 1..1 MS
* group.population.code from http://hl7.org/fhir/ValueSet/measure-population (required)
* group.population.description 1..1 MS
* group.population.criteria MS
* group.population.criteria.expression 1..1
* group.stratifier MS
* group.stratifier ^short = "A dimension by which an answer may be divided, or narrowed to one of its bands"
* group.stratifier obeys krn-ind-2
* group.stratifier.extension contains
    DimensionRequired named required 0..1 MS and
    NumeratorOnly named numeratorOnly 0..1 MS and
    IndicatorScope named scope 0..1 MS
* group.stratifier.extension[scope] ^short = "Who may ask by this dimension, where fewer may than may ask the indicator"
* group.stratifier.code 1..1 MS
* group.stratifier.code from IndicatorDimensionVS (required)
* group.stratifier.criteria 1..1 MS
* group.stratifier.criteria.expression 1..1
* group.stratifier.component 0..0
* supplementalData 0..0
