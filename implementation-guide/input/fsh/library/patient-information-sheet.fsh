Instance: patient-information-sheet
InstanceOf: Library
Usage: #definition
Title: "Patient Information Sheet"
Description: "An example of the content of a patient information sheet. A consent names the version that the patient received."
* insert DefinitionInstance
* url = Canonical(patient-information-sheet)
* version = "1.1.0"
* name = "PatientInformationSheet"
* title = "Patient Information Sheet"
* description = "An example of the content of a patient information sheet, which a clinic adapts and a jurisdiction approves. A consent names the version that the patient received by this url, a bar and the version. The Library is always the current version; every version, this one too, is a DocumentReference with url|version as its master identifier, which says where the text lies, its hash, and what it replaced."
* purpose = "R6: the sheet is explicit about what is not known, and an outdated one is found."
* experimental = true
* type = $library-type#asset-collection
* content[0].contentType = #text/html
* content[=].url = "patient-information-sheet.html"
* content[=].title = "Patient information sheet, version 1.1.0"
* content[+].contentType = #text/markdown
* content[=].language = #en
* content[=].url = "https://ketamine-registry.example/fhir/patient-information-sheet.md"
* content[=].size = 6732
* content[=].hash = "Ip3/TAOU5XlDtokRvVji0suGATk="
* content[=].title = "Patient information sheet, version 1.1.0, as text"
