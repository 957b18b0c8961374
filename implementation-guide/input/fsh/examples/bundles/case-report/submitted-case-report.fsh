Instance: submitted-case-report
InstanceOf: KetamineCaseReport
Usage: #inline
* identifier.system = "https://ehr.riverside.example/sid/case-report"
* identifier.value = "CR-2026-02"
* status = #final
* category[0] = CaseReportReasonCS#unexpected-benefit "Unexpected benefit"
* subject.reference = "Patient?identifier=https://ketamine-registry.example/fhir/sid/clinic-pseudonym|riverside-000123"
* date = "2026-11-02"
* author.reference = "Organization?identifier=https://ketamine-registry.example/fhir/sid/clinic|GB-0001"
* insert CaseSection(course, 0, [[EpisodeOfCare?identifier=https://ehr.riverside.example/sid/course|C-2026-0412]])
* insert CaseSection(treatment, 0, [[Encounter?identifier=https://ehr.riverside.example/sid/session|V-2026-1091]])
* insert CaseSection(treatment, 1, [[MedicationAdministration?identifier=https://ehr.riverside.example/sid/administration|A-2026-1091]])
* insert CaseSection(adverseEvents, 0, [[AdverseEvent?identifier=https://ehr.riverside.example/sid/adverse-event|E-2026-0310]])
* insert CaseSection(measurements, 0, [[Observation?identifier=https://ehr.riverside.example/sid/observation|O-1091-08]])
* insert CaseSection(outcome, 0, [[Observation?identifier=https://ehr.riverside.example/sid/observation|O-1091-13]])
* insert CaseSection(consent, 0, [[Consent?identifier=https://ehr.riverside.example/sid/consent|S-2026-0412]])
