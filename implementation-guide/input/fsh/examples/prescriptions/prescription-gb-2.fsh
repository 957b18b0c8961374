Instance: prescription-gb-2
InstanceOf: KetaminePrescription
Usage: #example
Title: "Prescription of a Lot"
Description: "Sublingual tablets of a lot that the clinic has at hand, to take home (R2, R18)."
* contained = riverside-tablets
* identifier.system = "https://ehr.riverside.example/sid/prescription"
* identifier.value = "P-2026-0219"
* extension[treatmentCourse].valueReference.reference = "EpisodeOfCare/course-gb-1"
* status = #active
* intent = #order
* category = $prescription-category#community
* medicationReference.reference = "#riverside-tablets"
* subject.reference = "Patient/patient-gb-1"
* authoredOn = "2026-10-12T14:20:00+01:00"
* requester.reference = "PractitionerRole/prescriber-gb-1"
* dosageInstruction.route = KetamineRouteCS#sublingual "Sublingual or transmucosal"
* dosageInstruction.doseAndRate.doseQuantity = 30 'mg'
* dispenseRequest.quantity = 300 'mg'
* dispenseRequest.expectedSupplyDuration = 10 'd'
