Profile: KetamineMedication
Parent: Medication
Id: ketamine-medication
Title: "Ketamine Medication"
Description: "The product that was given or supplied, with its lot. It is always contained in the record of an administration, a supply or an adverse event, and never submitted by itself."
* insert Definition
* ^purpose = "R8, R14: a signal can be traced to a lot."
* implicitRules 0..0
* modifierExtension 0..0
* extension 0..0
* identifier 0..0
* code 1..1 MS
* insert KetamineProduct(code)
* status 0..0
* manufacturer 0..0
* form 0..0
* amount 0..0
* ingredient 0..0
* batch MS
* batch.lotNumber 1..1 MS
* batch.lotNumber ^maxLength = 36
* batch.expirationDate MS
