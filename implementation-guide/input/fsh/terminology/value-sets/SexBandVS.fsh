ValueSet: SexBandVS
Id: sex-band-vs
Title: "Sexes"
Description: "The bands of the dimension sex."
* insert Definition
* ^purpose = "R20, S4: answers stratify by sex."
* $gender#female "Female"
* $gender#male "Male"
* $gender#other "Other"
* $gender#unknown "Unknown"
