ValueSet: ImportDatesVS
Id: import-dates-vs
Title: "Dates of an Import"
Description: "What became of the dates of records that were brought from another source."
* insert Definition
* ^purpose = "R10, R21: intervals are compared over registries, and a date that was moved must not be taken for the day."
* ImportDatesCS#exact "Exact"
* ImportDatesCS#moved "Moved"
