Instance: administration-gb-2
InstanceOf: KetamineMedicationAdministration
Usage: #example
Title: "Stopped Infusion"
Description: "An infusion that was stopped after 22 minutes because of an adverse effect (R24)."
* identifier.system = "https://ehr.riverside.example/sid/administration"
* identifier.value = "A-2026-1117"
* extension[stopReason].valueCodeableConcept = StopReasonCS#adverse-effect
* extension[directlyObserved].valueBoolean = true
* status = #stopped
* medicationCodeableConcept.coding[substance] = KetamineSubstanceCS#racemic-ketamine "Racemic ketamine"
* subject.reference = "Patient/patient-gb-1"
* context.reference = "Encounter/session-gb-2"
* effectivePeriod.start = "2026-09-17T09:50:00+01:00"
* effectivePeriod.end = "2026-09-17T10:12:00+01:00"
* dosage.route = $sct#47625008 "Intravenous route"
* dosage.dose = 19.25 'mg'
* dosage.rateQuantity = 52.5 'mg/h'
