Instance: comorbidity-gb-2
InstanceOf: KetamineComorbidity
Usage: #example
Title: "Suspected Cystitis"
Description: "Cystitis that is suspected after a series of sessions, and not yet confirmed."
* identifier.system = "https://ehr.riverside.example/sid/condition"
* identifier.value = "K-2026-0688"
* clinicalStatus = $condition-clinical#active
* verificationStatus = $condition-verification#provisional
* code.coding[condition] = ComorbidityCS#cystitis
* code.coding[1] = $sct#38822007 "Cystitis"
* subject.reference = "Patient/patient-gb-1"
* onsetDateTime = "2026-11-02"
* recordedDate = "2026-11-09"
