Instance: comorbidity-gb-1
InstanceOf: KetamineComorbidity
Usage: #example
Title: "Controlled Hypertension"
Description: "Hypertension that is kept in range, with its ICD-10 code."
* identifier.system = "https://ehr.riverside.example/sid/condition"
* identifier.value = "K-2026-0501"
* clinicalStatus = $condition-clinical#active
* verificationStatus = $condition-verification#confirmed
* category = ComorbidityCategoryCS#comorbidity
* code.coding[condition] = ComorbidityCS#controlled-hypertension
* code.coding[1] = $icd-10#I10
* subject.reference = "Patient/patient-gb-1"
* onsetDateTime = "2019"
* recordedDate = "2026-09-07"
