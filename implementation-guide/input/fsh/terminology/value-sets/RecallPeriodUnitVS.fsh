ValueSet: RecallPeriodUnitVS
Id: recall-period-unit-vs
Title: "Recall Period Units"
Description: "Units in which the recall period of a score and the intervals of a rule are given."
* insert Definition
* ^purpose = "R1, R21: periods are compared in hours and days."
* insert UcumCopyright
* $ucum#h "hour"
* $ucum#d "day"
