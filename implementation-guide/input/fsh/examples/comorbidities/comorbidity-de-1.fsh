Instance: comorbidity-de-1
InstanceOf: KetamineComorbidity
Usage: #example
Title: "Psychosis in the Past"
Description: "A psychotic episode that has resolved, and that the clinic holds to speak against ketamine."
* identifier.system = "https://ehr.nordlicht.example/sid/condition"
* identifier.value = "D-0077-1"
* clinicalStatus = $condition-clinical#resolved
* verificationStatus = $condition-verification#confirmed
* category = ComorbidityCategoryCS#contraindication
* code.coding[condition] = ComorbidityCS#psychosis
* subject.reference = "Patient/patient-de-1"
* onsetDateTime = "2011-05"
* abatementDateTime = "2011-09"
* recordedDate = "2026-10-01"
