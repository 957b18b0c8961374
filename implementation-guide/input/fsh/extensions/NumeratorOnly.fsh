Extension: NumeratorOnly
Id: numerator-only
Title: "Numerator Only"
Description: "Whether the dimension divides the numerator alone, because it is one of what the numerator counts: the term of an event is none of a session."
Context: Measure.group.stratifier
* insert Definition
* ^purpose = "R14"
* value[x] 1..1
* value[x] only boolean
