Extension: NoiseVariance
Id: noise-variance
Title: "Noise Variance"
Description: "The variance of the noise that a count has, in squares of what is counted."
Context: MeasureReport.group.population, MeasureReport.group.stratifier.stratum.population
* insert Definition
* ^purpose = "R10, R20: an interval can be stated, and answers of several registries can be weighed."
* value[x] 1..1
* value[x] only decimal
