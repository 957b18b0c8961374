Profile: KetaminePrescription
Parent: MedicationRequest
Id: ketamine-prescription
Title: "Ketamine Prescription"
Description: "A prescription of ketamine, esketamine or arketamine: substance, route, dose in mg of base, how often and at most how much, by whom, and for the home in what quantity and for how many days."
* insert Definition
* insert UcumCopyright
* ^purpose = "R2, R3, R13, R18, R25: what was ordered stands beside what was given and supplied; small quantities, short courses and escalation are read from it."
* insert Record
* insert MedicationChoice
* obeys krn-prx-1
* extension contains TreatmentCourse named treatmentCourse 0..1 MS
* status MS
* status from PrescriptionStatusVS (required)
* statusReason 0..0
* intent = #order
* category 1..1 MS
* category from PrescriptionCategoryVS (required)
* category ^short = "inpatient | outpatient: given by the clinic; community: taken at home"
* insert NoFreeTextInConcept(category)
* priority 0..0
* doNotPerform 0..0
* reported[x] 0..0
* subject MS
* subject only Reference(KetaminePatient)
* insert LiteralReference(subject)
* encounter MS
* encounter only Reference(PrescriberReview or KetamineSession)
* encounter ^short = "The review or session in which it was written"
* insert LiteralReference(encounter)
* supportingInformation 0..0
* authoredOn 1..1 MS
* requester 1..1 MS
* requester only Reference(KetaminePrescriber)
* insert LiteralReference(requester)
* performer 0..0
* performerType 0..0
* recorder 0..0
* reasonCode 0..0
* reasonReference 0..0
* instantiatesCanonical 0..0
* instantiatesUri 0..0
* basedOn 0..0
* groupIdentifier 0..0
* courseOfTherapyType 0..0
* insurance 0..0
* note 0..0
* insert Dosing
* dosageInstruction.timing MS
* dosageInstruction.timing ^short = "How often: repeat.frequency in repeat.period"
* dosageInstruction.doseAndRate 1..1 MS
* dosageInstruction.doseAndRate.dose[x] 1..1 MS
* dosageInstruction.maxDosePerPeriod MS
* dosageInstruction.maxDosePerPeriod obeys krn-prx-2
* dosageInstruction.maxDosePerPeriod.numerator 1..1
* insert QuantityIn(dosageInstruction.maxDosePerPeriod.numerator, #mg)
* dosageInstruction.maxDosePerPeriod.denominator 1..1
* insert QuantityFrom(dosageInstruction.maxDosePerPeriod.denominator, RecallPeriodUnitVS)
* dosageInstruction.maxDosePerAdministration 0..0
* dosageInstruction.maxDosePerLifetime 0..0
* dispenseRequest MS
* dispenseRequest ^short = "What may be supplied to take home"
* dispenseRequest.initialFill 0..0
* dispenseRequest.dispenseInterval MS
* dispenseRequest.dispenseInterval obeys krn-prx-3
* insert QuantityIn(dispenseRequest.dispenseInterval, #d)
* dispenseRequest.validityPeriod MS
* dispenseRequest.numberOfRepeatsAllowed MS
* dispenseRequest.quantity 1..1 MS
* dispenseRequest.quantity ^short = "Amount of each supply, in mg of base, not of salt"
* dispenseRequest.quantity obeys krn-sup-1
* insert QuantityIn(dispenseRequest.quantity, #mg)
* dispenseRequest.expectedSupplyDuration 1..1 MS
* dispenseRequest.expectedSupplyDuration obeys krn-sup-2
* insert QuantityIn(dispenseRequest.expectedSupplyDuration, #d)
* dispenseRequest.performer 0..0
* substitution 0..0
* priorPrescription 0..0
* detectedIssue 0..0
* eventHistory 0..0
