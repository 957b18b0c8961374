Instance: course-de-1
InstanceOf: KetamineTreatmentCourse
Usage: #example
Title: "Course for Bipolar Depression"
Description: "A finished course that statutory insurance pays for, with the outcome of earlier treatment, the options that were discussed, and why it ended."
* identifier.system = "https://ehr.nordlicht.example/sid/course"
* identifier.value = "K-0077"
* extension[indication].valueCodeableConcept = TreatmentIndicationCS#bipolar-depression
* extension[failedTreatments].valueUnsignedInt = 2
* extension[priorTreatment][0].valueCodeableConcept = PriorTreatmentCS#mood-stabiliser
* extension[priorTreatment][0].valueCodeableConcept.extension[outcome].valueCode = #partial-response
* extension[priorTreatment][1].valueCodeableConcept = PriorTreatmentCS#electroconvulsive-therapy
* extension[priorTreatment][1].valueCodeableConcept.extension[outcome].valueCode = #relapse
* extension[priorTreatment][1].valueCodeableConcept.extension[count].valuePositiveInt = 12
* extension[licensedOption][0].extension[option].valueCoding = PriorTreatmentCS#lithium-augmentation
* extension[licensedOption][0].extension[discussedOn].valueDate = "2026-10-01"
* extension[licensedOption][0].extension[decision].valueCode = #not-suitable
* extension[licensedOption][1].extension[option].valueCoding = PriorTreatmentCS#transcranial-magnetic-stimulation
* extension[licensedOption][1].extension[discussedOn].valueDate = "2026-10-01"
* extension[licensedOption][1].extension[decision].valueCode = #declined
* extension[funding].valueCode = #public
* extension[incentiveOffered].valueBoolean = false
* extension[courseEndReason].valueCodeableConcept = CourseEndReasonCS#insufficient-effect
* status = #finished
* patient.reference = "Patient/patient-de-1"
* managingOrganization.reference = "Organization/clinic-de-0001"
* period.start = "2026-10-01"
* period.end = "2026-11-12"
