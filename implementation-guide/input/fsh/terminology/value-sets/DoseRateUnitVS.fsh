ValueSet: DoseRateUnitVS
Id: dose-rate-unit-vs
Title: "Dose Rate Units"
Description: "Units in which the rate of an infusion is given."
* insert Definition
* ^purpose = "R23: the rate of an infusion can be compared."
* insert UcumCopyright
* $ucum#mg/h "milligram per hour"
* $ucum#mg/min "milligram per minute"
* $ucum#mg/kg/h "milligram per kilogram and hour"
