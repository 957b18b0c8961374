Profile: UrineDrugScreen
Parent: Observation
Id: urine-drug-screen
Title: "Urine Drug Screen"
Description: "One test of urine for ketamine or a class of substances. Ketamine is expected to be positive in a patient who was given it in the days before, so a positive result says whether treatment explains it."
* insert Definition
* ^purpose = "R19: misuse of ketamine or of other substances is found by test as well as by asking."
* insert LaboratoryTest
* referenceRange 0..0
* obeys krn-uds-1
* extension contains
    ExplainedByTreatment named explainedByTreatment 0..1 MS and
    TimePoint named timePoint 0..1 MS
* code from DrugScreenVS (required)
* code.coding 1..1
* value[x] 1..1 MS
* value[x] only CodeableConcept
* valueCodeableConcept from DrugScreenResultVS (required)
* insert NoFreeTextInConcept(valueCodeableConcept)
