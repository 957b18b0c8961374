Profile: KetamineTakeHomeSupply
Parent: MedicationDispense
Id: ketamine-take-home-supply
Title: "Ketamine Take-Home Supply"
Description: "A supply of ketamine, esketamine or arketamine that a patient takes home: substance, route, quantity in mg of base, days for which it is meant, and when it was handed over."
* insert Definition
* insert UcumCopyright
* ^purpose = "R2, R13, R25: supplies are compared with the limit of the jurisdiction, checked across registries, and read together with administrations."
* insert Record
* insert MedicationChoice
* extension 0..0
* partOf 0..0
* status MS
* statusReason[x] 0..0
* category 0..0
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* insert LiteralReference(subject)
* context MS
* context only Reference(KetamineSession)
* insert LiteralReference(context)
* supportingInformation 0..0
* performer 0..0
* location 0..0
* authorizingPrescription 0..1 MS
* authorizingPrescription only Reference(KetaminePrescription)
* insert LiteralReference(authorizingPrescription)
* type 0..0
* quantity 1..1 MS
* quantity ^short = "Total amount supplied, in mg of base, not of salt"
* quantity obeys krn-sup-1
* insert QuantityIn(quantity, #mg)
* daysSupply 1..1 MS
* daysSupply obeys krn-sup-2
* insert QuantityIn(daysSupply, #d)
* whenHandedOver 1..1 MS
* destination 0..0
* receiver 0..0
* note 0..0
* insert Dosing
* substitution 0..0
* detectedIssue 0..0
* eventHistory 0..0
