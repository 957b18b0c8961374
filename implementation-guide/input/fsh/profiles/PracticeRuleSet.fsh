Profile: PracticeRuleSet
Parent: PlanDefinition
Id: practice-rule-set
Title: "Practice Rule Set"
Description: "A jurisdiction's rules of good practice as versioned data with the date from which they hold. A new version re-evaluates what is stored. A rule that a set does not hold does not apply."
* insert Definition
* ^purpose = "R1, R2, R5, R8, R12, R15, R18, R23, R26: rules are data of a jurisdiction, not code."
* implicitRules 0..0
* modifierExtension 0..0
* insert NothingContained
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
* action.extension contains
    DoseLimit named doseLimit 0..* MS and
    IntervalLimit named intervalLimit 0..1 MS and
    QuantityLimit named quantityLimit 0..* MS and
    RequiredMeasurement named requiredMeasurement 0..* MS
* action.code 1..1 MS
* action.code from PracticeRuleVS (required)
* insert NoFreeTextInConcept(action.code)
* action.action 0..0
