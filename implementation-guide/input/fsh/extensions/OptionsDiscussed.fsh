Extension: OptionsDiscussed
Id: options-discussed
Title: "Options Discussed"
Description: "Whether the patient was informed about all viable, licensed options and encouraged to consider them."
Context: Consent
* insert Definition
* ^purpose = "R4"
* value[x] 1..1
* value[x] only boolean
