Extension: InformationSheet
Id: information-sheet
Title: "Information Sheet"
Description: "The patient information sheet that the patient received, as its canonical URL with the version: url|version."
Context: Consent
* insert Definition
* ^purpose = "R6"
* value[x] 1..1
* value[x] only canonical
* value[x] obeys krn-con-3
