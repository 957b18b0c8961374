Extension: Nullified
Id: nullified
Title: "Nullified"
Description: "The report of the event is taken back: it did not happen, or is the event of another patient. No rule of practice and no indicator counts such a record. FHIR R4 has no status of an adverse event that says so."
Context: AdverseEvent
* insert Definition
* ^purpose = "R14: a report that was wrong must not make a signal. It becomes a nullification, ICH E2B(R3) field C.1.11.1, where the event was reported to an authority."
* value[x] 1..1
* value[x] only boolean
* valueBoolean = true
