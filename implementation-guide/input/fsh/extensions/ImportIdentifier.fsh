Extension: ImportIdentifier
Id: import-identifier
Title: "Import Identifier"
Description: "The identifier by which the provenance of an import is known. FHIR R4 gives Provenance no identifier, and by one the registry finds every record again."
Context: Provenance
* insert Definition
* ^purpose = "R7"
* value[x] 1..1
* value[x] only Identifier
* valueIdentifier.type 0..0
* valueIdentifier.system 1..1
* valueIdentifier.system obeys krn-rec-2
* valueIdentifier.value 1..1
* valueIdentifier.value ^maxLength = 128
* valueIdentifier.assigner 0..0
