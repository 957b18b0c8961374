Instance: supply-gb-1
InstanceOf: KetamineTakeHomeSupply
Usage: #example
Title: "Sublingual Supply"
Description: "300 mg of racemic ketamine for sublingual use on ten days, with the lot (R2, R18)."
* contained = riverside-tablets
* identifier.system = "https://ehr.riverside.example/sid/supply"
* identifier.value = "D-2026-0205"
* status = #completed
* medicationReference.reference = "#riverside-tablets"
* subject.reference = "Patient/patient-gb-1"
* context.reference = "Encounter/session-gb-2"
* quantity = 300 'mg'
* daysSupply = 10 'd'
* whenHandedOver = "2026-09-17T12:12:00+01:00"
* dosageInstruction.route = KetamineRouteCS#sublingual "Sublingual or transmucosal"
* dosageInstruction.doseAndRate.doseQuantity = 30 'mg'
