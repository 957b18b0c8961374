Instance: patient-information-sheet-1-0-0
InstanceOf: InformationSheetDocument
Usage: #example
Title: "Patient Information Sheet, Version 1.0.0"
Description: "The current version of the example sheet, which replaces 0.9.0."
* status = #current
* date = "2026-08-01T00:00:00Z"
* relatesTo.target.reference = "DocumentReference/patient-information-sheet-0-9-0"
* insert InformationSheetText(1.0.0, patient-information-sheet.md, 2026-08-01, 6645, oVL7+5nqbPTMGzDTHDRh41FHXiE=)
