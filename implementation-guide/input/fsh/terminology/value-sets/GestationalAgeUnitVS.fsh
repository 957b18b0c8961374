ValueSet: GestationalAgeUnitVS
Id: gestational-age-unit-vs
Title: "Gestational Age Units"
Description: "Units in which the age of a pregnancy is given."
* insert Definition
* ^purpose = "R14: the time of an exposure in pregnancy."
* insert UcumCopyright
* $ucum#wk "week"
* $ucum#d "day"
