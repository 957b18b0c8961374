ValueSet: GestationalAgeUnitVS
Id: gestational-age-unit-vs
Title: "Gestational Age Units"
Description: "Units in which the age of a pregnancy is given."
* insert Definition
* insert UcumCopyright
* $ucum#wk "week"
* $ucum#d "day"
