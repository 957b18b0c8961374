Profile: PregnancyOutcome
Parent: Observation
Id: pregnancy-outcome
Title: "Pregnancy Outcome"
Description: "How a pregnancy ended in which ketamine was given: one record for each child. An anomaly or a loss is an adverse event as well."
* insert Definition
* insert LoincCopyright
* ^purpose = "R14, S4: exposure during pregnancy is followed to its end."
* insert PregnancyObservation
* extension 0..0
* code = $loinc#63893-2
* focus 0..1 MS
* focus only Reference(PregnancyStatus)
* focus ^short = "The record that said that the patient is pregnant"
* insert LiteralReference(focus)
* encounter 0..0
* insert PregnancyFinding
* valueCodeableConcept from PregnancyOutcomeVS (required)
* component 0..0
