CodeSystem: DoseBandCS
Id: dose-band-cs
Title: "Dose Bands"
Description: "Bands of a dose in mg of base per kg of body weight. They hold the doses that are usual for depression, such as 0.5 and 0.75 mg/kg, away from their bounds; from 1 mg/kg on a dose is anaesthetic when it is given intravenously (R23). A band says nothing without the substance and the route."
* insert Definition
* ^purpose = "R20, R23: answers stratify by dose per kilogram."
* ^caseSensitive = true
* insert BandProperties(mg/kg)
* #0-0.25 "Under 0.25 mg/kg" "Under 0.25 mg/kg."
* insert Band(0-0.25, 0, 0.25)
* #0.25-0.4 "0.25 to under 0.4 mg/kg" "From 0.25 to under 0.4 mg/kg."
* insert Band(0.25-0.4, 0.25, 0.4)
* #0.4-0.6 "0.4 to under 0.6 mg/kg" "From 0.4 to under 0.6 mg/kg."
* insert Band(0.4-0.6, 0.4, 0.6)
* #0.6-0.8 "0.6 to under 0.8 mg/kg" "From 0.6 to under 0.8 mg/kg."
* insert Band(0.6-0.8, 0.6, 0.8)
* #0.8-1 "0.8 to under 1 mg/kg" "From 0.8 to under 1 mg/kg."
* insert Band(0.8-1, 0.8, 1)
* #1-2 "1 to under 2 mg/kg" "From 1 to under 2 mg/kg."
* insert Band(1-2, 1, 2)
* #2-and-over "2 mg/kg and over" "2 mg/kg and over."
* insert BandFrom(2-and-over, 2)
