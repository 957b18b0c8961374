Extension: DimensionRequired
Id: dimension-required
Title: "Dimension Required"
Description: "Whether an answer is always divided by the dimension or narrowed to one band of it, because its bands must not be mixed."
Context: Measure.group.stratifier
* insert Definition
* ^purpose = "R21"
* value[x] 1..1
* value[x] only boolean
