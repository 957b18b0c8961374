CodeSystem: SafetyObservationCS
Id: safety-observation-cs
Title: "Safety Observations without a LOINC Code"
Description: "Observations of safety, and parts of observations, for which no LOINC code was found."
* insert Definition
* ^purpose = "R19: observations without a verified code can be told apart."
* ^caseSensitive = true
* #misuse-assessment "Misuse assessment" "Whether ketamine is used other than as agreed."
* #misuse-kind "Kind of misuse" "In what way ketamine was used other than as agreed."
* #worst-suicidal-ideation "Worst suicidal ideation" "The highest level of ideation of the Columbia-Suicide Severity Rating Scale in the period asked about, 0 (none) to 5."
* #suicidal-behaviour "Suicidal behaviour" "A category of behaviour of the Columbia-Suicide Severity Rating Scale in the period asked about."
