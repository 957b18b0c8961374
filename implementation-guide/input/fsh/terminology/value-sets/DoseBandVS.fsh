ValueSet: DoseBandVS
Id: dose-band-vs
Title: "Dose Bands"
Description: "The bands of the dimension dose."
* insert Definition
* ^purpose = "R20, R23: answers stratify by dose per kilogram."
* DoseBandCS#0-0.25 "Under 0.25 mg/kg"
* DoseBandCS#0.25-0.4 "0.25 to under 0.4 mg/kg"
* DoseBandCS#0.4-0.6 "0.4 to under 0.6 mg/kg"
* DoseBandCS#0.6-0.8 "0.6 to under 0.8 mg/kg"
* DoseBandCS#0.8-1 "0.8 to under 1 mg/kg"
* DoseBandCS#1-2 "1 to under 2 mg/kg"
* DoseBandCS#2-and-over "2 mg/kg and over"
* IndicatorBandCS#several "Several"
* IndicatorBandCS#unknown "Unknown"
