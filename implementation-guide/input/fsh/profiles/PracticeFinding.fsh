Profile: PracticeFinding
Parent: DetectedIssue
Id: practice-finding
Title: "Practice Finding"
Description: "What a rule of good practice found in the records of a patient. Made by the registry, never submitted. A finding that no longer holds gets the status cancelled."
* insert Definition
* ^purpose = "R1, R26: practice is found, not refused, and every finding names the version of the rule set that made it."
* insert Record
* insert NothingContained
* identifier 1..1
* extension contains RuleSetVersion named ruleSet 1..1 MS
* status MS
* code 1..1 MS
* code from PracticeRuleVS (required)
* insert NoFreeTextInConcept(code)
* severity 1..1 MS
* patient 1..1 MS
* patient only Reference(KetaminePatient)
* insert LiteralReference(patient)
* identified[x] 1..1 MS
* identified[x] only dateTime
* author 0..0
* implicated 1..* MS
* implicated ^short = "The records that the finding is about"
* insert LiteralReference(implicated)
* evidence 0..0
* detail 0..0
* reference 0..0
* mitigation MS
* mitigation ^short = "What the registry's steward decided about the finding; the latest holds"
* mitigation.action from FindingDecisionVS (required)
* insert NoFreeTextInConcept(mitigation.action)
* mitigation.date 1..1 MS
* mitigation.author 0..0
