Instance: case-report-de-1
InstanceOf: KetamineCaseReport
Usage: #example
Title: "Bipolar Depression, a Course that Ended Early"
Description: "A case that is not yet final: bipolar depression under a mood stabiliser, and a serious rise of blood pressure."
* identifier.system = "https://ehr.nordlicht.example/sid/case-report"
* identifier.value = "F-3"
* status = #preliminary
* category[0] = CaseReportReasonCS#new-use "New use"
* category[+] = CaseReportReasonCS#interaction "Interaction"
* subject.reference = "Patient/patient-de-1"
* date = "2026-11-16T10:00:00+01:00"
* author.reference = "Organization/clinic-de-0001"
* insert CaseSection(course, 0, [[EpisodeOfCare/course-de-1]])
* insert CaseSection(treatment, 0, [[MedicationAdministration/administration-de-1]])
* insert CaseSection(adverseEvents, 0, [[AdverseEvent/adverse-event-de-1]])
* insert CaseSection(outcome, 0, [[Observation/ham-d17-de-1]])
* insert CaseSection(consent, 0, [[Consent/sharing-consent-de-1]])
