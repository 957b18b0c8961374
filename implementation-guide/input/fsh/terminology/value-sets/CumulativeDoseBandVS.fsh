ValueSet: CumulativeDoseBandVS
Id: cumulative-dose-band-vs
Title: "Cumulative Dose Bands"
Description: "The bands of the dimension cumulative dose."
* insert Definition
* ^purpose = "R19, S6: harms are counted by cumulative dose, per substance and route."
* CumulativeDoseBandCS#0-250 "Under 250 mg"
* CumulativeDoseBandCS#250-500 "250 to under 500 mg"
* CumulativeDoseBandCS#500-1000 "500 to under 1,000 mg"
* CumulativeDoseBandCS#1000-2500 "1,000 to under 2,500 mg"
* CumulativeDoseBandCS#2500-5000 "2,500 to under 5,000 mg"
* CumulativeDoseBandCS#5000-10000 "5,000 to under 10,000 mg"
* CumulativeDoseBandCS#10000-and-over "10,000 mg and over"
* IndicatorBandCS#several "Several"
* IndicatorBandCS#unknown "Unknown"
