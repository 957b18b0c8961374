Instance: patient-information-sheet-1-1-0
InstanceOf: InformationSheetDocument
Usage: #example
Title: "Patient Information Sheet, Version 1.1.0"
Description: "The current version of the example sheet, which replaces 1.0.0."
* status = #current
* date = "2026-11-22T00:00:00Z"
* relatesTo.target.reference = "DocumentReference/patient-information-sheet-1-0-0"
* insert InformationSheetText(1.1.0, patient-information-sheet.md, 2026-11-22, 6732, Ip3/TAOU5XlDtokRvVji0suGATk=)
