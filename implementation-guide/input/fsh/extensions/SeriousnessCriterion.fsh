Extension: SeriousnessCriterion
Id: seriousness-criterion
Title: "Seriousness Criterion"
Description: "A criterion of ICH E2A by which the event is serious."
Context: AdverseEvent
* insert Definition
* ^purpose = "R14"
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from SeriousnessCriterionVS (required)
* insert NoFreeTextInConcept(valueCodeableConcept)
