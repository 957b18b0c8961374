Extension: DimensionUse
Id: dimension-use
Title: "Dimension Use"
Description: "What the dimension may be used for in a question."
Context: Measure.group.stratifier
* insert Definition
* ^purpose = "R20"
* value[x] 1..1
* value[x] only code
* valueCode from DimensionUseVS (required)
