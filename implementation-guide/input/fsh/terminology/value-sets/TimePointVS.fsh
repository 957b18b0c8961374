ValueSet: TimePointVS
Id: time-point-vs
Title: "Time Points"
Description: "The time points at which a patient’s state is assessed (R21, S1)."
* insert Definition
* ^purpose = "R21, S1: an assessment that was due and is missing is found."
* TimePointCS#baseline "Baseline"
* TimePointCS#24-hours "24 hours"
* TimePointCS#3-days "3 days"
* TimePointCS#7-days "7 days"
* TimePointCS#14-days "14 days"
* TimePointCS#28-days "28 days"
* TimePointCS#3-months "3 months"
* TimePointCS#6-months "6 months"
* TimePointCS#12-months "12 months"
* TimePointCS#24-months "24 months"
