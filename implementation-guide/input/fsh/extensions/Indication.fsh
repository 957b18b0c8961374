Extension: Indication
Id: indication
Title: "Indication"
Description: "What a course of ketamine is given for."
Context: EpisodeOfCare
* insert Definition
* ^purpose = "R7, S4"
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from TreatmentIndicationVS (required)
* insert NoFreeTextInConcept(valueCodeableConcept)
