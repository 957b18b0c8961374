ValueSet: DoseLimitUnitVS
Id: dose-limit-unit-vs
Title: "Dose Limit Units"
Description: "Units in which a limit of a single dose is given."
* insert Definition
* insert UcumCopyright
* $ucum#mg "milligram"
* $ucum#mg/kg "milligram per kilogram of body weight"
