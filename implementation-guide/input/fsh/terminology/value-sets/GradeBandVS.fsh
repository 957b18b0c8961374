ValueSet: GradeBandVS
Id: grade-band-vs
Title: "Grades of an Indicator"
Description: "The bands of the dimension grade."
* insert Definition
* insert NcitCopyright
* $ncit#C41338 "Grade 1, mild"
* $ncit#C41339 "Grade 2, moderate"
* $ncit#C41340 "Grade 3, severe"
* $ncit#C41337 "Grade 4, life-threatening"
* $ncit#C48275 "Grade 5, death"
* IndicatorBandCS#unknown "Unknown"
