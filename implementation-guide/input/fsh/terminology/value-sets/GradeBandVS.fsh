ValueSet: GradeBandVS
Id: grade-band-vs
Title: "Grades of an Indicator"
Description: "The bands of the dimension grade."
* insert Definition
* ^purpose = "R14, R20: events are counted by grade."
* insert NcitCopyright
* $ncit#C41338 "Grade 1 Mild Adverse Event"
* $ncit#C41339 "Grade 2 Moderate Adverse Event"
* $ncit#C41340 "Grade 3 Severe Adverse Event"
* $ncit#C41337 "Grade 4 Life Threatening or Disabling Adverse Event"
* $ncit#C48275 "Grade 5 Death Related to Adverse Event"
* IndicatorBandCS#unknown "Unknown"
