ValueSet: ImportSourceVS
Id: import-source-vs
Title: "Sources of an Import"
Description: "The kinds of sources that records are brought from."
* insert Definition
* ^purpose = "R7, R10: how a record came to the registry says what can be wrong with it."
* ImportSourceCS#spreadsheet "Spreadsheet"
* ImportSourceCS#redcap "REDCap"
* ImportSourceCS#hl7-v2 "HL7 v2"
* ImportSourceCS#fhir-server "FHIR server"
* ImportSourceCS#ndjson "NDJSON"
* ImportSourceCS#form "Form"
