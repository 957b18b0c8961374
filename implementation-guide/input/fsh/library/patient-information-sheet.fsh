Instance: patient-information-sheet
InstanceOf: Library
Usage: #definition
Title: "Patient Information Sheet"
Description: "An example of the content of a patient information sheet, as a versioned document. A consent names the version that the patient received."
* insert DefinitionInstance
* url = Canonical(patient-information-sheet)
* version = "1.0.0"
* name = "PatientInformationSheet"
* title = "Patient Information Sheet"
* description = "An example of the content of a patient information sheet, as a versioned document. A consent names the version that the patient received."
* purpose = "R6"
* experimental = true
* type = $library-type#asset-collection
* content.contentType = #text/html
* content.url = "patient-information-sheet.html"
* content.title = "Patient information sheet, version 1.0.0"
