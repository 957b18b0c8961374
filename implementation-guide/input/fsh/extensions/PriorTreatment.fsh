Extension: PriorTreatment
Id: prior-treatment
Title: "Prior Treatment"
Description: "A kind of treatment that the patient had for the present illness before the course, and where it is known with what outcome and how often."
Context: EpisodeOfCare
* insert Definition
* ^purpose = "R7, S4"
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from PriorTreatmentVS (required)
* insert NoFreeTextInConcept(valueCodeableConcept)
* valueCodeableConcept.extension contains
    TreatmentOutcome named outcome 0..1 and
    TreatmentCount named count 0..1
