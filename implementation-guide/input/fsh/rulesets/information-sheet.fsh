// One version of the sheet: its text is a file of this guide, whose size and hash are held to it by a test.
RuleSet: InformationSheetText(version, file, created, size, hash)
* masterIdentifier.value = "https://ketamine-registry.example/fhir/Library/patient-information-sheet|{version}"
* docStatus = #final
* content.attachment.contentType = #text/markdown
* content.attachment.language = #en
* content.attachment.url = "https://ketamine-registry.example/fhir/{file}"
* content.attachment.size = {size}
* content.attachment.hash = "{hash}"
* content.attachment.title = "Patient information sheet, version {version}"
* content.attachment.creation = "{created}"
