CodeSystem: ImportSourceCS
Id: import-source-cs
Title: "Sources of an Import"
Description: "The kinds of sources that records are brought from."
* insert Definition
* ^purpose = "R7, R10: how a record came to the registry says what can be wrong with it."
* ^caseSensitive = true
* #spreadsheet "Spreadsheet" "A table of rows and columns, such as a clinic's spreadsheet."
* #redcap "REDCap" "An export of a REDCap project, with repeating instruments."
* #hl7-v2 "HL7 v2" "A message of HL7 version 2."
* #fhir-server "FHIR server" "A FHIR server without these profiles."
* #ndjson "NDJSON" "A file of FHIR resources, one a line."
* #form "Form" "A response to a questionnaire."
