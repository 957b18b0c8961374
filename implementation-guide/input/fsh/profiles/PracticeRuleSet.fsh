Profile: PracticeRuleSet
Parent: PlanDefinition
Id: practice-rule-set
Title: "Practice Rule Set"
Description: "A jurisdiction's rules of good practice as versioned data with the date from which they hold. A new version re-evaluates what is stored. A rule that a set does not hold does not apply."
* insert Definition
* ^purpose = "R1, R2, R3, R4, R5, R6, R7, R8, R11, R12, R14, R15, R16, R18, R21, R23, R25, R26, S1, S3: rules are data of a jurisdiction, not code."
* implicitRules 0..0
* modifierExtension 0..0
* insert NothingContained
* obeys krn-prs-17
* extension contains
    LawfulBasis named lawfulBasis 1..1 MS and
    WrittenConsentRequired named writtenConsentRequired 0..1 MS
* url 1..1 MS
* version 1..1 MS
* name 1..1
* title 1..1 MS
* status MS
* experimental 1..1 MS
* jurisdiction 1..1 MS
* jurisdiction ^short = "The country by its ISO 3166-1 code, or the demonstration jurisdiction XX"
* jurisdiction.coding 1..1
* jurisdiction.coding.system 1..1
* jurisdiction.coding.system obeys krn-prs-6
* jurisdiction.coding.code 1..1
* jurisdiction.coding.code obeys krn-cli-1
* insert NoFreeTextInConcept(jurisdiction)
* effectivePeriod 1..1 MS
* effectivePeriod.start 1..1 MS
* goal 0..0
* action 1..* MS
* action obeys krn-prs-1 and krn-prs-2 and krn-prs-3 and krn-prs-4
* action obeys krn-prs-9 and krn-prs-10 and krn-prs-11 and krn-prs-12
* action obeys krn-prs-13 and krn-prs-14 and krn-prs-15 and krn-prs-16
* action.extension contains
    AppliesFrom named appliesFrom 0..1 MS and
    DoseLimit named doseLimit 0..* MS and
    DoseRiseLimit named doseRiseLimit 0..* MS and
    FrequencyLimit named frequencyLimit 0..* MS and
    IntervalLimit named intervalLimit 0..1 MS and
    LongestInterval named longestInterval 0..1 MS and
    QuantityLimit named quantityLimit 0..* MS and
    RequiredMeasurement named requiredMeasurement 0..* MS and
    CurrentInformationSheet named currentInformationSheet 0..* MS and
    Contraindication named contraindication 0..* MS and
    ReportingDeadline named reportingDeadline 0..3 MS and
    ResponseThreshold named responseThreshold 0..* MS and
    FollowUp named followUp 0..* MS
* action.code 1..1 MS
* action.code from PracticeRuleVS (required)
* insert NoFreeTextInConcept(action.code)
* action.action 0..0
