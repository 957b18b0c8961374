Extension: IndicatorScope
Id: indicator-scope
Title: "Indicator Scope"
Description: "How far a question may come from: the own registry, the network too, or everybody. On a dimension it says who may ask by it."
Context: Measure, Measure.group.stratifier
* insert Definition
* ^purpose = "R10, R20"
* value[x] 1..1
* value[x] only code
* valueCode from IndicatorScopeVS (required)
