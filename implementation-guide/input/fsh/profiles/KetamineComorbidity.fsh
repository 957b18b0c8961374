Profile: KetamineComorbidity
Parent: Condition
Id: ketamine-comorbidity
Title: "Ketamine Comorbidity"
Description: "A condition beside the indication: one that speaks against ketamine, that ketamine can cause or worsen, or by which analyses stratify. Whether it is a contraindication is a rule of the jurisdiction; what the clinic thinks of it may stand as its category."
* insert Definition
* ^purpose = "S3, S4, R12: a contraindication is found from what is recorded, and analyses can stratify by comorbidity."
* insert Record
* insert NothingContained
* obeys krn-cmb-1 and krn-cmb-2
* extension 0..0
* clinicalStatus MS
* insert NoFreeTextInConcept(clinicalStatus)
* verificationStatus 1..1 MS
* insert NoFreeTextInConcept(verificationStatus)
* category 0..1 MS
* category from ComorbidityCategoryVS (required)
* category ^short = "comorbidity | contraindication, in the judgement of the clinic"
* insert NoFreeTextInConcept(category)
* severity 0..0
* code 1..1 MS
* insert OwnCode(code, condition, ComorbidityVS, $comorbidity)
* code.coding[condition] ^short = "Kind of condition; a code of ICD-10 or SNOMED CT may stand beside it"
* bodySite 0..0
* subject MS
* subject only Reference(KetaminePatient)
* insert LiteralReference(subject)
* encounter 0..0
* onset[x] MS
* onset[x] only dateTime
* abatement[x] MS
* abatement[x] only dateTime
* recordedDate 1..1 MS
* recorder 0..0
* asserter 0..0
* stage 0..0
* evidence 0..0
* note 0..0
