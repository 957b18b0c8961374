CodeSystem: CountingUnitCS
Id: counting-unit-cs
Title: "Counting Units"
Description: "What one is, when a population is counted."
* insert Definition
* ^purpose = "R7, R20: a number says what it counts."
* ^caseSensitive = true
* ^property[+].code = #basis
* ^property[=].description = "What an expression lists where it counts the unit: a type of resource, or boolean where it says whether the patient counts. It is the population basis of HL7's quality measures."
* ^property[=].type = #code
* #patient "Patient" "Distinct patients of a clinic."
* #patient ^property[+].code = #basis
* #patient ^property[=].valueCode = #boolean
* #course "Course" "Courses of treatment."
* #course ^property[+].code = #basis
* #course ^property[=].valueCode = #EpisodeOfCare
* #session "Session" "Sessions in which ketamine was given."
* #session ^property[+].code = #basis
* #session ^property[=].valueCode = #Encounter
* #administration "Administration" "Administrations that were given."
* #administration ^property[+].code = #basis
* #administration ^property[=].valueCode = #MedicationAdministration
* #adverse-event "Adverse event" "Adverse events."
* #adverse-event ^property[+].code = #basis
* #adverse-event ^property[=].valueCode = #AdverseEvent
* #score "Score" "Scores that stand for a time point; or for a patient, one each."
* #score ^property[+].code = #basis
* #score ^property[=].valueCode = #Observation
