Instance: case-report-gb-1
InstanceOf: KetamineCaseReport
Usage: #example
Title: "Urinary Symptoms under a Small Supply"
Description: "A case of urinary symptoms soon after a supply to take home, with the scores before and after."
* identifier.system = "https://ehr.riverside.example/sid/case-report"
* identifier.value = "CR-2026-01"
* status = #final
* category[0] = CaseReportReasonCS#unexpected-harm "Unexpected harm"
* subject.reference = "Patient/patient-gb-1"
* date = "2026-11-02"
* author.reference = "Organization/clinic-gb-0001"
* insert CaseSection(course, 0, [[EpisodeOfCare/course-gb-1]])
* insert CaseSection(background, 0, [[Condition/comorbidity-gb-1]])
* insert CaseSection(background, 1, [[MedicationStatement/concomitant-medication-gb-1]])
* insert CaseSection(treatment, 0, [[Encounter/session-gb-1]])
* insert CaseSection(treatment, 1, [[MedicationAdministration/administration-gb-1]])
* insert CaseSection(treatment, 2, [[Encounter/session-gb-2]])
* insert CaseSection(treatment, 3, [[MedicationAdministration/administration-gb-2]])
* insert CaseSection(treatment, 4, [[MedicationDispense/supply-gb-1]])
* insert CaseSection(adverseEvents, 0, [[AdverseEvent/adverse-event-gb-2]])
* insert CaseSection(measurements, 0, [[Observation/icsi-before-gb-1]])
* insert CaseSection(measurements, 1, [[Observation/madrs-before-gb-1]])
* insert CaseSection(outcome, 0, [[Observation/madrs-next-day-gb-1]])
* insert CaseSection(outcome, 1, [[AdverseEvent/adverse-event-gb-2]])
* insert CaseSection(consent, 0, [[Consent/sharing-consent-gb-1]])
