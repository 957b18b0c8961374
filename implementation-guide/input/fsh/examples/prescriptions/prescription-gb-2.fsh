Instance: prescription-gb-2
InstanceOf: KetaminePrescription
Usage: #example
Title: "Prescription of a Lot"
Description: "One dose of 30 mg from a lot that the clinic's pharmacy made, taken under watch (R18)."
* contained = riverside-tablets
* identifier.system = "https://ehr.riverside.example/sid/prescription"
* identifier.value = "P-2026-0211"
* extension[treatmentCourse].valueReference.reference = "EpisodeOfCare/course-gb-1"
* status = #completed
* intent = #order
* category = $prescription-category#outpatient
* medicationReference.reference = "#riverside-tablets"
* subject.reference = "Patient/patient-gb-1"
* encounter.reference = "Encounter/session-gb-2"
* authoredOn = "2026-09-17T09:35:00+01:00"
* requester.reference = "PractitionerRole/prescriber-gb-1"
* dosageInstruction.route = KetamineRouteCS#sublingual "Sublingual or transmucosal"
* dosageInstruction.doseAndRate.doseQuantity = 30 'mg'
