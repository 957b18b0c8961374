Profile: KetamineAdverseEvent
Parent: AdverseEvent
Id: ketamine-adverse-event
Title: "Ketamine Adverse Event"
Description: "An adverse event of a patient under ketamine: what happened, how serious it is, how it ended, and which substances are suspected. Each substance that is suspected is one entity, so that the pair of drug and event has its own causality, action taken and rechallenge. The clock of reporting starts on the date of awareness (detected)."
* insert Definition
* ^purpose = "R14, R19, R24, S2, S6: the raw material of signal detection and of safety reports."
* insert Record
* obeys krn-ae-2 and krn-ae-3 and krn-ae-4 and krn-ae-5
* contained 0..1
* contained obeys krn-med-1
* extension contains
    SeriousnessCriterion named seriousnessCriterion 0..* MS and
    CtcaeGrade named ctcaeGrade 0..1 MS and
    ResolutionDate named resolutionDate 0..1 MS and
    Listedness named listedness 0..1 MS and
    ReporterQualification named reporterQualification 0..1 MS and
    Nullified named nullified 0..1 MS and
    TreatmentCourse named treatmentCourse 0..1 MS
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
* detected ^short = "Date of awareness: when anybody at the clinic first knew of the event"
* detected ^definition = "The date of awareness, day 0 of every reporting deadline: when anybody who works at the clinic first knew that the event had happened to this patient under this drug, whoever told it and whether or not it was yet known to be serious. It is not the date on which the event began (date), was written down (recordedDate), or reached the registry (the receipt)."
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
* suspectEntity ^short = "A pair of this event and a drug that is suspected"
* suspectEntity.extension contains
    ActionTaken named actionTaken 0..1 MS and
    RechallengeOutcome named rechallengeOutcome 0..1 MS
* suspectEntity.instance MS
* suspectEntity.instance only Reference(KetamineMedicationAdministration or KetamineMedication or ConcomitantMedication)
* suspectEntity.instance ^short = "The administration that is suspected, a contained Medication, as for a supply to take home, or a concomitant medication"
* insert LiteralReference(suspectEntity.instance)
* suspectEntity.causality 0..1 MS
* suspectEntity.causality.assessment MS
* suspectEntity.causality.assessment from CausalityAssessmentVS (required)
* insert NoFreeTextInConcept(suspectEntity.causality.assessment)
* suspectEntity.causality.productRelatedness 0..0
* suspectEntity.causality.author 0..0
* suspectEntity.causality.method MS
* suspectEntity.causality.method from CausalityMethodVS (required)
* insert NoFreeTextInConcept(suspectEntity.causality.method)
* subjectMedicalHistory 0..0
* referenceDocument 0..0
* study 0..0
