ValueSet: DimensionUseVS
Id: dimension-use-vs
Title: "Uses of a Dimension"
Description: "What a dimension may be used for in a question."
* insert Definition
* DimensionUseCS#stratifier "Stratifier"
* DimensionUseCS#filter "Filter"
