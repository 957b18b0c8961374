Instance: submission-first-consultation
InstanceOf: Bundle
Usage: #example
Title: "Submission of a First Consultation"
Description: "A complete transaction: patient, course, treatment consent and sharing consent. The patient is created if the registry does not have it yet; the others are created or updated (R7)."
* identifier.system = "https://ehr.riverside.example/sid/submission"
* identifier.value = "B-2026-0001"
* type = #transaction
* timestamp = "2026-09-07T11:00:00+01:00"
* entry[+].fullUrl = "urn:uuid:148de9c5-a7a4-4d19-856c-d9ae1a554bf6"
* entry[=].resource = submitted-patient
* entry[=].request.method = #POST
* entry[=].request.url = "Patient"
* entry[=].request.ifNoneExist = "identifier=https://ketamine-registry.example/fhir/sid/clinic-pseudonym|riverside-000123"
* entry[+].fullUrl = "urn:uuid:2e7d2c03-a950-4ae2-85ec-f5b5356885a5"
* entry[=].resource = submitted-course
* entry[=].request.method = #PUT
* entry[=].request.url = "EpisodeOfCare?identifier=https://ehr.riverside.example/sid/course|C-2026-0412"
* entry[+].fullUrl = "urn:uuid:e3b98a4d-a31a-427d-8bde-6e43033f66ba"
* entry[=].resource = submitted-treatment-consent
* entry[=].request.method = #PUT
* entry[=].request.url = "Consent?identifier=https://ehr.riverside.example/sid/consent|T-2026-0412"
* entry[+].fullUrl = "urn:uuid:043a7187-74c5-42bd-8a25-adbeb1bfcd5c"
* entry[=].resource = submitted-sharing-consent
* entry[=].request.method = #PUT
* entry[=].request.url = "Consent?identifier=https://ehr.riverside.example/sid/consent|S-2026-0412"
