Extension: DimensionLimit
Id: dimension-limit
Title: "Dimension Limit"
Description: "How many dimensions a question may have at once."
Context: Measure
* insert Definition
* ^purpose = "R20"
* value[x] 1..1
* value[x] only positiveInt
