CodeSystem: CumulativeDoseBandCS
Id: cumulative-dose-band-cs
Title: "Cumulative Dose Bands"
Description: "Bands of what a patient was given and handed over until then, in mg of base of one substance by one route. It is never added up over substances or routes. Six usual infusions of 35 mg are 210 mg."
* insert Definition
* ^purpose = "R19, S6: harms are counted by cumulative dose, per substance and route."
* ^caseSensitive = true
* insert BandProperties(mg)
* #0-250 "Under 250 mg" "Under 250 mg."
* insert Band(0-250, 0, 250)
* #250-500 "250 to under 500 mg" "From 250 to under 500 mg."
* insert Band(250-500, 250, 500)
* #500-1000 "500 to under 1,000 mg" "From 500 to under 1,000 mg."
* insert Band(500-1000, 500, 1000)
* #1000-2500 "1,000 to under 2,500 mg" "From 1,000 to under 2,500 mg."
* insert Band(1000-2500, 1000, 2500)
* #2500-5000 "2,500 to under 5,000 mg" "From 2,500 to under 5,000 mg."
* insert Band(2500-5000, 2500, 5000)
* #5000-10000 "5,000 to under 10,000 mg" "From 5,000 to under 10,000 mg."
* insert Band(5000-10000, 5000, 10000)
* #10000-and-over "10,000 mg and over" "10,000 mg and over."
* insert BandFrom(10000-and-over, 10000)
