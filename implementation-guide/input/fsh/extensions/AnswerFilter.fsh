Extension: AnswerFilter
Id: answer-filter
Title: "Answer Filter"
Description: "The one band of a dimension to which all figures of an answer are narrowed."
Context: MeasureReport
* insert Definition
* ^purpose = "R14, R20"
* extension contains
    dimension 1..1 and
    band 1..1
* extension[dimension].value[x] 1..1
* extension[dimension].value[x] only code
* extension[dimension].valueCode from IndicatorDimensionVS (required)
* extension[band] ^short = "A code of the dimension's value set, or a year"
* extension[band].value[x] 1..1
* extension[band].value[x] only code
