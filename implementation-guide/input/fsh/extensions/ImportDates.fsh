Extension: ImportDates
Id: import-dates
Title: "Import Dates"
Description: "Whether the dates of the records that were brought are those of the source, or were moved before they left the clinic."
Context: Provenance
* insert Definition
* ^purpose = "R10, R21"
* value[x] 1..1
* value[x] only code
* valueCode from ImportDatesVS (required)
