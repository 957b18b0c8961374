Extension: IndicatorScope
Id: indicator-scope
Title: "Indicator Scope"
Description: "Who may ask an indicator, or by a dimension of it. Whoever is not named may not."
Context: Measure, Measure.group.stratifier
* insert Definition
* ^purpose = "R10, R20"
* value[x] 1..1
* value[x] only code
* valueCode from IndicatorScopeVS (required)
