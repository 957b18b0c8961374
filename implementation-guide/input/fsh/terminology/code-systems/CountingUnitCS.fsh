CodeSystem: CountingUnitCS
Id: counting-unit-cs
Title: "Counting Units"
Description: "What one is, when a population is counted."
* insert Definition
* ^purpose = "R7, R20: a number says what it counts."
* ^caseSensitive = true
* #patient "Patient" "Distinct patients of a clinic."
* #course "Course" "Courses of treatment."
* #session "Session" "Sessions in which ketamine was given."
* #administration "Administration" "Administrations that were given."
* #adverse-event "Adverse event" "Adverse events."
* #score "Score" "Scores that stand for a time point; or for a patient, one each."
