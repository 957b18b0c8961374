Profile: KetamineStudy
Parent: ResearchStudy
Id: ketamine-study
Title: "Ketamine Study"
Description: "A clinical trial of ketamine in which a clinic takes part: where it is registered, what it studies, its arms and how it stands. What it is called, who leads it and what it found stand in the public register that the record points to. Each clinic sends a record of its own."
* insert Definition
* ^purpose = "R9: trial information is shared, and the patients of a trial are found by it."
* insert Record
* insert NothingContained
* obeys krn-std-1
* extension contains StudySite named studySite 1..1 MS
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier ^slicing.description = "By system; the clinic's own identifiers may stand beside those of the public registers"
* identifier contains
    clinicalTrialsGov 0..1 MS and
    ctis 0..1 MS and
    isrctn 0..1 MS and
    otherRegister 0..1 MS
* identifier[clinicalTrialsGov] ^short = "Number at ClinicalTrials.gov"
* insert RegisteredBy(clinicalTrialsGov, $clinical-trials-gov, krn-std-2)
* identifier[ctis] ^short = "EU CT number of the European Union's Clinical Trials Information System"
* insert RegisteredBy(ctis, $ctis, krn-std-3)
* identifier[isrctn] ^short = "International Standard Randomised Controlled Trial Number"
* insert RegisteredBy(isrctn, $isrctn, krn-std-4)
* identifier[otherRegister] ^short = "Main ID in the World Health Organization's search portal, for a study of another register"
* insert RegisteredBy(otherRegister, $trial-registration, krn-std-5)
* title 0..0
* protocol 0..0
* partOf 0..0
* status MS
* primaryPurposeType 0..0
* phase MS
* phase from StudyPhaseVS (required)
* insert NoFreeTextInConcept(phase)
* category 0..0
* focus 1..* MS
* focus ^short = "racemic-ketamine | esketamine | arketamine"
* focus from KetamineSubstanceVS (required)
* insert NoFreeTextInConcept(focus)
* condition MS
* condition from TreatmentIndicationVS (required)
* insert NoFreeTextInConcept(condition)
* contact 0..0
* relatedArtifact 0..0
* keyword 0..0
* location 0..0
* description 0..0
* enrollment 0..0
* period MS
* sponsor 0..0
* principalInvestigator 0..0
* site 0..0
* reasonStopped MS
* reasonStopped from StudyReasonStoppedVS (required)
* insert NoFreeTextInConcept(reasonStopped)
* note 0..0
* arm MS
* arm.name ^short = "Short code of the arm, such as A or KET-0.5"
* arm.name obeys krn-std-6
* arm.type 1..1 MS
* arm.type from StudyArmTypeVS (required)
* insert NoFreeTextInConcept(arm.type)
* arm.description 0..0
* objective 0..0
