Extension: Representative
Id: representative
Title: "Representative"
Description: "Who decided for the patient by law. Absent when the patient decided."
Context: Consent
* insert Definition
* ^purpose = "R16"
* value[x] 1..1
* value[x] only code
* valueCode from LawfulRepresentativeVS (required)
