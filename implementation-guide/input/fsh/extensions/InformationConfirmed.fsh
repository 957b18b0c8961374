Extension: InformationConfirmed
Id: information-confirmed
Title: "Information Confirmed"
Description: "Whether the patient confirmed by signature that written information was received."
Context: Consent
* insert Definition
* ^purpose = "R6"
* value[x] 1..1
* value[x] only boolean
