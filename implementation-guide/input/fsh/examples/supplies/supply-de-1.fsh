Instance: supply-de-1
InstanceOf: KetamineTakeHomeSupply
Usage: #example
Title: "Oral Supply"
Description: "200 mg of racemic ketamine for oral use as needed, outside a session, as it was prescribed (R2)."
* identifier.system = "https://ehr.nordlicht.example/sid/supply"
* identifier.value = "M-0031"
* status = #completed
* medicationCodeableConcept.coding[substance] = KetamineSubstanceCS#racemic-ketamine "Racemic ketamine"
* subject.reference = "Patient/patient-de-1"
* authorizingPrescription.reference = "MedicationRequest/prescription-de-2"
* quantity = 200 'mg'
* daysSupply = 4 'd'
* whenHandedOver = "2026-11-12"
* dosageInstruction.asNeededBoolean = true
* dosageInstruction.route = $sct#26643006 "Oral route"
* dosageInstruction.doseAndRate.doseQuantity = 50 'mg'
