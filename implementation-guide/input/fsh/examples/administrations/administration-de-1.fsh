Instance: administration-de-1
InstanceOf: KetamineMedicationAdministration
Usage: #example
Title: "Esketamine Nasal Spray"
Description: "56 mg of esketamine nasally from two devices, with the ATC code beside the substance, as it was prescribed."
* identifier.system = "https://ehr.nordlicht.example/sid/administration"
* identifier.value = "G-4401"
* extension[directlyObserved].valueBoolean = true
* extension[deviceCount].valuePositiveInt = 2
* status = #completed
* medicationCodeableConcept.coding[substance] = KetamineSubstanceCS#esketamine "Esketamine"
* medicationCodeableConcept.coding[1] = $atc#N06AX27 "esketamine"
* subject.reference = "Patient/patient-de-1"
* context.reference = "Encounter/session-de-1"
* effectivePeriod.start = "2026-10-05T14:20:00+02:00"
* effectivePeriod.end = "2026-10-05T14:25:00+02:00"
* request.reference = "MedicationRequest/prescription-de-1"
* dosage.route = $sct#46713006 "Nasal route"
* dosage.dose = 56 'mg'
