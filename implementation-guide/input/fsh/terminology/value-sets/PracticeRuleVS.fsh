ValueSet: PracticeRuleVS
Id: practice-rule-vs
Title: "Practice Rules"
Description: "The kinds of rule of good practice that a jurisdiction can set. A rule set says which apply and with what limits."
* insert Definition
* PracticeRuleCS#treatment-consent-missing "Treatment consent missing"
* PracticeRuleCS#treatment-consent-late "Treatment consent late"
* PracticeRuleCS#reflection-interval-short "Reflection interval short"
* PracticeRuleCS#capacity-not-assessed "Capacity not assessed"
* PracticeRuleCS#capacity-lacking "Capacity lacking"
* PracticeRuleCS#accreditation-lapsed "Accreditation lapsed"
* PracticeRuleCS#dose-above-limit "Dose above limit"
* PracticeRuleCS#consent-not-written "Consent not written"
* PracticeRuleCS#information-sheet-missing "Information sheet missing"
* PracticeRuleCS#options-not-discussed "Options not discussed"
* PracticeRuleCS#session-interval-short "Session interval short"
* PracticeRuleCS#take-home-above-limit "Take-home supply above limit"
* PracticeRuleCS#administration-not-observed "Administration not observed"
* PracticeRuleCS#monitoring-incomplete "Monitoring incomplete"
