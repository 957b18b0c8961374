CodeSystem: AgeBandCS
Id: age-band-cs
Title: "Age Bands"
Description: "Bands of the age that a patient reaches in the year of what is counted. The registry holds the year of birth alone."
* insert Definition
* ^purpose = "R20, S4: answers stratify by age and never single out a year of birth."
* ^caseSensitive = true
* insert BandProperties(years)
* #0-17 "Under 18" "Under 18 years."
* insert Band(0-17, 0, 18)
* #18-24 "18 to 24" "18 to 24 years."
* insert Band(18-24, 18, 25)
* #25-34 "25 to 34" "25 to 34 years."
* insert Band(25-34, 25, 35)
* #35-44 "35 to 44" "35 to 44 years."
* insert Band(35-44, 35, 45)
* #45-54 "45 to 54" "45 to 54 years."
* insert Band(45-54, 45, 55)
* #55-64 "55 to 64" "55 to 64 years."
* insert Band(55-64, 55, 65)
* #65-74 "65 to 74" "65 to 74 years."
* insert Band(65-74, 65, 75)
* #75-and-over "75 and over" "75 years and over."
* insert BandFrom(75-and-over, 75)
