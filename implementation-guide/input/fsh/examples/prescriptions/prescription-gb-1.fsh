Instance: prescription-gb-1
InstanceOf: KetaminePrescription
Usage: #example
Title: "Sublingual Prescription for the Home"
Description: "30 mg of racemic ketamine once a day under the tongue, 300 mg for ten days, once."
* identifier.system = "https://ehr.riverside.example/sid/prescription"
* identifier.value = "P-2026-0205"
* extension[treatmentCourse].valueReference.reference = "EpisodeOfCare/course-gb-1"
* status = #completed
* intent = #order
* category = $prescription-category#community
* medicationCodeableConcept.coding[substance] = KetamineSubstanceCS#racemic-ketamine "Racemic ketamine"
* subject.reference = "Patient/patient-gb-1"
* encounter.reference = "Encounter/session-gb-2"
* authoredOn = "2026-09-17T12:05:00+01:00"
* requester.reference = "PractitionerRole/prescriber-gb-1"
* dosageInstruction.timing.repeat.frequency = 1
* dosageInstruction.timing.repeat.period = 1
* dosageInstruction.timing.repeat.periodUnit = #d
* dosageInstruction.route = KetamineRouteCS#sublingual "Sublingual or transmucosal"
* dosageInstruction.doseAndRate.doseQuantity = 30 'mg'
* dosageInstruction.maxDosePerPeriod.numerator = 30 'mg'
* dosageInstruction.maxDosePerPeriod.denominator = 1 'd'
* dispenseRequest.validityPeriod.start = "2026-09-17"
* dispenseRequest.validityPeriod.end = "2026-10-15"
* dispenseRequest.numberOfRepeatsAllowed = 0
* dispenseRequest.quantity = 300 'mg'
* dispenseRequest.expectedSupplyDuration = 10 'd'
