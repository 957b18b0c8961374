CodeSystem: RegistryPurposeCS
Id: registry-purpose-cs
Title: "Registry Purposes"
Description: "The uses of a record that a patient permits or denies one by one."
* insert Definition
* ^purpose = "R10, R13, R16, R20: each use of a record is decided by itself."
* ^caseSensitive = true
* #national-registry "National registry" "The record is held by the national registry and used for its own safety and efficacy analyses."
* #network-aggregate "Network aggregate" "The record counts in protected aggregates that the registry gives to the international network."
* #record-level-sharing "Record-level sharing" "The record itself, under its pseudonym, is given to approved research."
* #research-contact "Research contact" "The clinic may ask the patient on behalf of researchers to take part in a study."
* #supply-check "Supply check" "Another clinic may learn, by yes or no, that ketamine was supplied here."
