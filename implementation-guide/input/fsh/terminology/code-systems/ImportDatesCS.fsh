CodeSystem: ImportDatesCS
Id: import-dates-cs
Title: "Dates of an Import"
Description: "What became of the dates of records that were brought from another source."
* insert Definition
* ^purpose = "R10, R21: intervals are compared over registries, and a date that was moved must not be taken for the day."
* ^caseSensitive = true
* #exact "Exact" "The dates are those of the source."
* #moved "Moved" "All dates of a patient were moved back by the same number of whole weeks, which nobody but the clinic can tell; intervals are those of the source."
