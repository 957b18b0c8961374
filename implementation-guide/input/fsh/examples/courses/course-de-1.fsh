Instance: course-de-1
InstanceOf: KetamineTreatmentCourse
Usage: #example
Title: "Course for Bipolar Depression"
Description: "A finished course that statutory insurance pays for."
* identifier.system = "https://ehr.nordlicht.example/sid/course"
* identifier.value = "K-0077"
* extension[indication].valueCodeableConcept = TreatmentIndicationCS#bipolar-depression
* extension[failedTreatments].valueUnsignedInt = 2
* extension[priorTreatment][0].valueCodeableConcept = PriorTreatmentCS#mood-stabiliser
* extension[funding].valueCode = #public
* extension[incentiveOffered].valueBoolean = false
* status = #finished
* patient.reference = "Patient/patient-de-1"
* managingOrganization.reference = "Organization/clinic-de-0001"
* period.start = "2026-10-01"
* period.end = "2026-11-12"
