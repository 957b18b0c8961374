Instance: patient-information-sheet-0-9-0
InstanceOf: InformationSheetDocument
Usage: #example
Title: "Patient Information Sheet, Version 0.9.0"
Description: "A version that was replaced. It said nothing about the return of suicidal thoughts, about contraindications and costs, or about what withdrawal means."
* status = #superseded
* date = "2026-02-01T00:00:00Z"
* insert InformationSheetText(0.9.0, patient-information-sheet-0.9.0.md, 2026-02-01, 1883, 3ocxpO0rSSxAMdv5b87jySEQ8S8=)
