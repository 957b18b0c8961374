Extension: LicensedOption
Id: licensed-option
Title: "Licensed Option"
Description: "A licensed option that was discussed with the patient before or during the course, when, and what came of it."
Context: EpisodeOfCare
* insert Definition
* ^purpose = "R4"
* extension contains
    option 1..1 and
    discussedOn 0..1 and
    decision 0..1
* extension[option] ^short = "Kind of treatment"
* extension[option].value[x] 1..1
* extension[option].value[x] only Coding
* extension[option].valueCoding from LicensedOptionVS (required)
* extension[discussedOn] ^short = "Date on which it was discussed"
* extension[discussedOn].value[x] 1..1
* extension[discussedOn].value[x] only date
* extension[decision] ^short = "chosen | declined | not-suitable | not-available | undecided"
* extension[decision].value[x] 1..1
* extension[decision].value[x] only code
* extension[decision].valueCode from OptionDecisionVS (required)
