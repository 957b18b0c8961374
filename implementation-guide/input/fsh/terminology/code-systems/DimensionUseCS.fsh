CodeSystem: DimensionUseCS
Id: dimension-use-cs
Title: "Uses of a Dimension"
Description: "What a dimension may be used for in a question."
* insert Definition
* ^purpose = "R20: what narrows an answer is told from what divides it."
* ^caseSensitive = true
* #stratifier "Stratifier" "The answer is divided by the bands of the dimension."
* #filter "Filter" "The answer is narrowed to one band of the dimension."
