ValueSet: RecallPeriodUnitVS
Id: recall-period-unit-vs
Title: "Recall Period Units"
Description: "Units in which the recall period of a score and the intervals of a rule are given."
* insert Definition
* insert UcumCopyright
* $ucum#h "hour"
* $ucum#d "day"
