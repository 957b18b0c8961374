Extension: PriorTreatment
Id: prior-treatment
Title: "Prior Treatment"
Description: "A kind of treatment that the patient had for the present illness before the course."
Context: EpisodeOfCare
* insert Definition
* ^purpose = "R7, S4"
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from PriorTreatmentVS (required)
* insert NoFreeTextInConcept(valueCodeableConcept)
