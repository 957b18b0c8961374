Instance: submission-case-report
InstanceOf: Bundle
Usage: #example
Title: "Submission of a Trial Subject and a Case Report"
Description: "A complete transaction: a study, the patient's part in it, and a single case told by records that the registry has from the first consultation and the session."
* identifier.system = "https://ehr.riverside.example/sid/submission"
* identifier.value = "B-2026-0031"
* type = #transaction
* timestamp = "2026-11-02T15:00:00Z"
* entry[+].fullUrl = "urn:uuid:5d6f1a58-6b0c-4e43-9c8a-0d8f3b4b9a11"
* entry[=].resource = submitted-study
* entry[=].request.method = #PUT
* entry[=].request.url = "ResearchStudy?identifier=https://www.isrctn.com/ISRCTN|ISRCTN99999999"
* entry[+].fullUrl = "urn:uuid:a7a0c0c2-4a5f-4f0b-8f53-2f4f1f5a2b12"
* entry[=].resource = submitted-study-subject
* entry[=].request.method = #PUT
* entry[=].request.url = "ResearchSubject?identifier=https://ehr.riverside.example/sid/study-subject|P-0031"
* entry[+].fullUrl = "urn:uuid:c0b6a1de-2c55-4c8c-9f0a-6d1f0a7d3c13"
* entry[=].resource = submitted-case-report
* entry[=].request.method = #PUT
* entry[=].request.url = "Composition?identifier=https://ehr.riverside.example/sid/case-report|CR-2026-02"
