Profile: PregnancyStatus
Parent: Observation
Id: pregnancy-status
Title: "Pregnancy Status"
Description: "Whether a patient is pregnant, and how long. With the administrations of the course it says whether and when in a pregnancy ketamine was given."
* insert Definition
* insert LoincCopyright
* ^purpose = "R14, S4: exposure during pregnancy is followed and can be reported, with the gestation at the time of exposure."
* insert PregnancyObservation
* obeys krn-prg-2
* extension 0..0
* code = $loinc#82810-3
* focus 0..0
* encounter MS
* encounter only Reference(KetamineSession or PrescriberReview)
* insert LiteralReference(encounter)
* insert PregnancyFinding
* valueCodeableConcept from PregnancyStatusVS (required)
* component 0..1 MS
* component ^short = "How old the pregnancy is"
* component.code = $loinc#18185-9
* insert NoFreeTextInConcept(component.code)
* component.value[x] 1..1 MS
* component.value[x] only Quantity
* component.value[x] obeys krn-prg-1
* insert QuantityFrom(component.valueQuantity, GestationalAgeUnitVS)
* component.dataAbsentReason 0..0
* component.interpretation 0..0
* component.referenceRange 0..0
