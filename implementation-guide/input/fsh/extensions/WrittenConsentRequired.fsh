Extension: WrittenConsentRequired
Id: written-consent-required
Title: "Written Consent Required"
Description: "Whether the jurisdiction requires the treatment consent in writing. Absent means no."
Context: PlanDefinition
* insert Definition
* ^purpose = "R5"
* value[x] 1..1
* value[x] only boolean
