ValueSet: AgeBandVS
Id: age-band-vs
Title: "Age Bands"
Description: "The bands of the dimension age."
* insert Definition
* ^purpose = "R20, S4: answers stratify by age and never single out a year of birth."
* AgeBandCS#0-17 "Under 18"
* AgeBandCS#18-24 "18 to 24"
* AgeBandCS#25-34 "25 to 34"
* AgeBandCS#35-44 "35 to 44"
* AgeBandCS#45-54 "45 to 54"
* AgeBandCS#55-64 "55 to 64"
* AgeBandCS#65-74 "65 to 74"
* AgeBandCS#75-and-over "75 and over"
* IndicatorBandCS#unknown "Unknown"
