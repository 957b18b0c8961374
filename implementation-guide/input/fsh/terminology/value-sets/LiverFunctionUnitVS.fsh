ValueSet: LiverFunctionUnitVS
Id: liver-function-unit-vs
Title: "Liver Function Units"
Description: "Units in which a liver function test is given."
* insert Definition
* ^purpose = "R19, R23: results are compared in units that are known."
* insert UcumCopyright
* $ucum#U/L "unit per litre"
* $ucum#umol/L "micromole per litre"
* $ucum#mg/dL "milligram per decilitre"
