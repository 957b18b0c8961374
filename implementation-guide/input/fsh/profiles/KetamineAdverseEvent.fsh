Profile: KetamineAdverseEvent
Parent: AdverseEvent
Id: ketamine-adverse-event
Title: "Ketamine Adverse Event"
Description: "An adverse event of a patient under ketamine: what happened, how serious it is, how it ended, and which substance is suspected. The clock of reporting starts on the date it was detected."
* insert Definition
* ^purpose = "R14, R19, R24, S2, S6: the raw material of signal detection and of safety reports."
* insert Record
* obeys krn-ae-2 and krn-ae-3 and krn-ae-4
* contained 0..1
* contained obeys krn-med-1
* extension contains
    SeriousnessCriterion named seriousnessCriterion 0..* MS and
    CtcaeGrade named ctcaeGrade 0..1 MS and
    ResolutionDate named resolutionDate 0..1 MS
* actuality = #actual
* category 0..0
* event 1..1 MS
* event obeys krn-ae-1
* insert NoFreeTextInConcept(event)
* event.coding 1..* MS
* event.coding.system 1..1
* event.coding.code 1..1
* event.coding ^slicing.discriminator.type = #value
* event.coding ^slicing.discriminator.path = "$this"
* event.coding ^slicing.rules = #open
* event.coding ^slicing.description = "Known effects by their value set, MedDRA terms by their system; other codes may stand beside them"
* event.coding contains
    known 0..* MS and
    meddra 0..* MS
* event.coding[known] ^short = "Effect that is expected of ketamine or watched for"
* event.coding[known] from KetamineAdverseEffectVS (required)
* event.coding[meddra] ^short = "MedDRA term, supplied by a sender who is licensed to use MedDRA"
* event.coding[meddra] ^patternCoding.system = $meddra
* subject MS
* subject only Reference(KetaminePatient)
* insert LiteralReference(subject)
* encounter MS
* encounter only Reference(KetamineSession)
* insert LiteralReference(encounter)
* date 1..1 MS
* date ^short = "When the event began"
* detected MS
* detected ^short = "When the clinic became aware of the event"
* recordedDate 1..1 MS
* resultingCondition 0..0
* location 0..0
* seriousness 1..1 MS
* seriousness from EventSeriousnessVS (required)
* insert NoFreeTextInConcept(seriousness)
* insert NoFreeTextInConcept(severity)
* outcome 1..1 MS
* insert NoFreeTextInConcept(outcome)
* recorder 0..0
* contributor 0..0
* suspectEntity 1..* MS
* suspectEntity.instance MS
* suspectEntity.instance only Reference(KetamineMedicationAdministration or KetamineMedication)
* suspectEntity.instance ^short = "The administration that is suspected, or a contained Medication, as for a supply to take home"
* insert LiteralReference(suspectEntity.instance)
* suspectEntity.causality 0..1 MS
* suspectEntity.causality.assessment MS
* suspectEntity.causality.assessment from CausalityAssessmentVS (required)
* insert NoFreeTextInConcept(suspectEntity.causality.assessment)
* suspectEntity.causality.productRelatedness 0..0
* suspectEntity.causality.author 0..0
* suspectEntity.causality.method from CausalityMethodVS (required)
* insert NoFreeTextInConcept(suspectEntity.causality.method)
* subjectMedicalHistory 0..0
* referenceDocument 0..0
* study 0..0
