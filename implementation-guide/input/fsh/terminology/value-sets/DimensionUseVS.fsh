ValueSet: DimensionUseVS
Id: dimension-use-vs
Title: "Uses of a Dimension"
Description: "What a dimension may be used for in a question."
* insert Definition
* ^purpose = "R20: what narrows an answer is told from what divides it."
* DimensionUseCS#stratifier "Stratifier"
* DimensionUseCS#filter "Filter"
