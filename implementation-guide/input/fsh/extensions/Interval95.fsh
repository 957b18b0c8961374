Extension: Interval95
Id: interval-95
Title: "95 % Interval"
Description: "Where the true figure lies with 95 % confidence. Of a count it has the noise in it, of a score sampling and noise. An end that the noise leaves open is absent."
Context: MeasureReport.group.population, MeasureReport.group.stratifier.stratum.population, Quantity
* insert Definition
* ^purpose = "R10, R20: no figure looks more certain than it is."
* value[x] 1..1
* value[x] only Range
