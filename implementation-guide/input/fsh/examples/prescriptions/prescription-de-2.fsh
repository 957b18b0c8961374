Instance: prescription-de-2
InstanceOf: KetaminePrescription
Usage: #example
Title: "Repeatable Oral Prescription"
Description: "50 mg of racemic ketamine by mouth as needed, at most once a day; 200 mg for four days, with one repeat after a week."
* identifier.system = "https://ehr.nordlicht.example/sid/prescription"
* identifier.value = "R-0077-2"
* extension[treatmentCourse].valueReference.reference = "EpisodeOfCare/course-de-1"
* status = #active
* intent = #order
* category = $prescription-category#community
* medicationCodeableConcept.coding[substance] = KetamineSubstanceCS#racemic-ketamine "Racemic ketamine"
* subject.reference = "Patient/patient-de-1"
* encounter.reference = "Encounter/review-de-1"
* authoredOn = "2026-11-12T08:50:00+01:00"
* requester.reference = "PractitionerRole/prescriber-de-1"
* dosageInstruction.asNeededBoolean = true
* dosageInstruction.route = $sct#26643006 "Oral route"
* dosageInstruction.doseAndRate.doseQuantity = 50 'mg'
* dosageInstruction.maxDosePerPeriod.numerator = 50 'mg'
* dosageInstruction.maxDosePerPeriod.denominator = 24 'h'
* dispenseRequest.dispenseInterval = 7 'd'
* dispenseRequest.validityPeriod.start = "2026-11-12"
* dispenseRequest.validityPeriod.end = "2026-12-10"
* dispenseRequest.numberOfRepeatsAllowed = 1
* dispenseRequest.quantity = 200 'mg'
* dispenseRequest.expectedSupplyDuration = 4 'd'
