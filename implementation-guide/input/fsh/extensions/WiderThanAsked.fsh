Extension: WiderThanAsked
Id: wider-than-asked
Title: "Wider than Asked"
Description: "A dimension to whose band the figures are not narrowed: so few persons are between that band and the wider group that the two are not told apart. The figures are those of the wider group."
Context: MeasureReport.group, MeasureReport.group.stratifier.stratum
* insert Definition
* ^purpose = "R10, R14, R20"
* value[x] 1..1
* value[x] only code
* valueCode from IndicatorDimensionVS (required)
