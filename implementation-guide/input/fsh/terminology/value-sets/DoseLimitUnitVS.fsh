ValueSet: DoseLimitUnitVS
Id: dose-limit-unit-vs
Title: "Dose Limit Units"
Description: "Units in which a limit of a single dose is given."
* insert Definition
* ^purpose = "R1, R23: a limit is absolute or per kilogram."
* insert UcumCopyright
* $ucum#mg "milligram"
* $ucum#mg/kg "milligram per kilogram of body weight"
