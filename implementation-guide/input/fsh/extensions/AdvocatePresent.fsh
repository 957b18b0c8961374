Extension: AdvocatePresent
Id: advocate-present
Title: "Advocate Present"
Description: "Whether a friend or relative was in the consultation as an advocate: yes, no or declined."
Context: Consent
* insert Definition
* ^purpose = "R17"
* value[x] 1..1
* value[x] only code
* valueCode from AdvocatePresenceVS (required)
