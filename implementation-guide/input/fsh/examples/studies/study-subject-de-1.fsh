Instance: study-subject-de-1
InstanceOf: KetamineStudySubject
Usage: #example
Title: "Patient after a Trial"
Description: "A patient who left a trial; the arm is known, and so is the consent to the treatment."
* identifier.system = "https://ehr.nordlicht.example/sid/study-subject"
* identifier.value = "N-017"
* status = #off-study
* period.start = "2026-03-02"
* period.end = "2026-06-30"
* study.reference = "ResearchStudy/study-de-1"
* individual.reference = "Patient/patient-de-1"
* assignedArm = "ESK-84"
* actualArm = "ESK-84"
* consent.reference = "Consent/treatment-consent-de-1"
