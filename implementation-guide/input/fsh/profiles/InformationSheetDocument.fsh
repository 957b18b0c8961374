Profile: InformationSheetDocument
Parent: DocumentReference
Id: information-sheet-document
Title: "Information Sheet Document"
Description: "One version of a patient information sheet as a document: where its text lies, the hash of the text, and which version it replaces. The sheet as a definition is a Library, of which a registry shows the current version and whose url|version a consent names. The master identifier of the document is that same url|version, so that the text of any version is found, also of one that was replaced. The document names no patient."
* insert Definition
* ^purpose = "R6: an example of the content of an information sheet is a versioned document, and what a patient was given can be read years later."
* implicitRules 0..0
* insert NothingContained
* extension 0..0
* modifierExtension 0..0
* masterIdentifier 1..1 MS
* masterIdentifier ^short = "The Library's canonical URL with the version: url|version"
* masterIdentifier.type 0..0
* masterIdentifier.system 1..1
* masterIdentifier.system = "urn:ietf:rfc:3986"
* masterIdentifier.value 1..1
* masterIdentifier.value obeys krn-con-3
* masterIdentifier.assigner 0..0
* identifier 0..0
* status MS
* docStatus 1..1 MS
* type 1..1 MS
* type = RecordKindCS#information-sheet
* insert NoFreeTextInConcept(type)
* category 0..0
* subject 0..0
* date 1..1 MS
* author 0..0
* authenticator 0..0
* custodian 0..0
* relatesTo 0..1 MS
* relatesTo ^short = "The version that this one replaces"
* relatesTo.code = #replaces
* relatesTo.target only Reference(InformationSheetDocument)
* insert LiteralReference(relatesTo.target)
* description 0..0
* securityLabel 0..0
* content MS
* content ^short = "The text, once for each language and format"
* content.attachment.contentType 1..1 MS
* content.attachment.language 1..1 MS
* content.attachment.url 1..1 MS
* content.attachment.size MS
* content.attachment.hash 1..1 MS
* content.attachment.hash ^short = "SHA-1 of the text, by which it is seen that it is what the patient was given"
* content.attachment.creation MS
* content.format 0..0
* context 0..0
