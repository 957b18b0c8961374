Instance: prescription-de-1
InstanceOf: KetaminePrescription
Usage: #example
Title: "Prescription for the Clinic"
Description: "56 mg of esketamine nasally twice a week, given by the clinic."
* identifier.system = "https://ehr.nordlicht.example/sid/prescription"
* identifier.value = "R-0077-1"
* extension[treatmentCourse].valueReference.reference = "EpisodeOfCare/course-de-1"
* status = #completed
* intent = #order
* category = $prescription-category#inpatient
* medicationCodeableConcept.coding[substance] = KetamineSubstanceCS#esketamine "Esketamine"
* medicationCodeableConcept.coding[1] = $atc#N06AX27 "esketamine"
* subject.reference = "Patient/patient-de-1"
* authoredOn = "2026-10-05"
* requester.reference = "PractitionerRole/prescriber-de-1"
* dosageInstruction.timing.repeat.frequency = 2
* dosageInstruction.timing.repeat.period = 1
* dosageInstruction.timing.repeat.periodUnit = #wk
* dosageInstruction.route = $sct#46713006 "Nasal route"
* dosageInstruction.doseAndRate.doseQuantity = 56 'mg'
