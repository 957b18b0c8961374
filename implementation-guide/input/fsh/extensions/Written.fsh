Extension: Written
Id: written
Title: "Written"
Description: "Whether the consent is in writing and signed."
Context: Consent
* insert Definition
* ^purpose = "R5"
* value[x] 1..1
* value[x] only boolean
