ValueSet: GestationalAgeUnitVS
Id: gestational-age-unit-vs
Title: "Gestational Age Units"
Description: "Units in which the age of a pregnancy is given."
* insert Definition
* ^purpose = "R14: the age of a pregnancy at an exposure can be compared."
* insert UcumCopyright
* $ucum#wk "week"
* $ucum#d "day"
