// The substance is always coded in the registry's own system, because no international system tells all three apart;
// a national product code, SNOMED CT or ATC may stand beside it.
RuleSet: KetamineProduct(path)
* {path} obeys krn-med-3
* {path}.text 0..0
* {path}.coding 1..* MS
* {path}.coding ^slicing.discriminator.type = #value
* {path}.coding ^slicing.discriminator.path = "system"
* {path}.coding ^slicing.rules = #open
* {path}.coding ^slicing.description = "By code system: the substance in the registry's system, product codes in others"
* {path}.coding contains substance 1..1 MS
* {path}.coding[substance] ^short = "Which of the three substances: racemic ketamine, esketamine or arketamine"
* {path}.coding[substance] from KetamineSubstanceVS (required)
* {path}.coding[substance].system 1..1
* {path}.coding[substance].system = $ketamine-substance
* {path}.coding[substance].code 1..1

RuleSet: MedicationChoice
* contained 0..1
* contained obeys krn-med-1
* medication[x] only CodeableConcept or Reference(KetamineMedication)
* medication[x] MS
* medication[x] ^short = "The substance as a code, or a contained Medication that names the lot as well"
* medicationCodeableConcept MS
* insert KetamineProduct(medicationCodeableConcept)
* medicationReference MS
* medicationReference obeys krn-med-2
* insert LiteralReference(medicationReference)
