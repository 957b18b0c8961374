Instance: patient-information-sheet-1-0-0
InstanceOf: InformationSheetDocument
Usage: #example
Title: "Patient Information Sheet, Version 1.0.0"
Description: "A version that was replaced. It said nothing about the return of suicidal thoughts, contraindications and costs, or what a withdrawal means, and had nothing to sign."
* status = #superseded
* date = "2020-01-01T00:00:00Z"
* insert InformationSheetText(1.0.0, patient-information-sheet-1.0.0.md, 2020-01-01, 1883, c60XKmGfPD8Cq7z3KQqZkVHuWBc=)
