ValueSet: SexBandVS
Id: sex-band-vs
Title: "Sexes"
Description: "The bands of the dimension sex."
* insert Definition
* $gender#female "Female"
* $gender#male "Male"
* $gender#other "Other"
* $gender#unknown "Unknown"
