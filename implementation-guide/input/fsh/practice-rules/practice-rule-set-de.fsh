Instance: practice-rule-set-de
InstanceOf: PracticeRuleSet
Usage: #definition
Title: "Practice Rules, Germany (example)"
Description: "An example of rules for a registry that holds records only where the patient permits it. It is not the law or guidance of Germany."
* insert PracticeRuleSetOf(DE, Germany - example)
* jurisdiction = $iso3166#DE
* url = Canonical(practice-rule-set-de)
* description = "An example of rules for a registry that holds records only where the patient permits it. It is not the law or guidance of Germany. Each rule says whether its limit comes from a source or is illustrative."
* extension[lawfulBasis].valueCode = #opt-in
* extension[writtenConsentRequired].valueBoolean = false
* insert ConsentRules
* insert Rule(reflection-interval-short, [["Interval for reflection"]], [["At least 24 hours lie between the consultation and the first administration. The interval comes from R15; its length is illustrative."]])
* insert ShortestInterval(24, 'h')
* insert SettingRules
* insert SessionIntervalRule
* insert Rule(dose-above-limit, [["Largest single dose"]], [["Intravenous racemic ketamine: doses of 1 mg/kg and more are anaesthetic (R23). Nasal esketamine: the largest licensed dose of a session. The other limits are illustrative."]])
* insert LargestDose(0, racemic-ketamine, $sct#47625008, 1.0, 'mg/kg')
* insert LargestDose(1, racemic-ketamine, $sct#26643006, 300, 'mg')
* insert LargestDose(2, esketamine, $sct#46713006, 84, 'mg')
* insert LargestDose(3, esketamine, $sct#47625008, 0.5, 'mg/kg')
* insert LargestDose(4, esketamine, $sct#34206005, 0.5, 'mg/kg')
* insert Rule(take-home-above-limit, [["Largest supply to take home"]], [["Supplies of 28 days are added up. Source of the rule: R2. The limits are illustrative."]])
* insert LargestSupply(0, racemic-ketamine, $sct#26643006, 1200, 28)
* insert LargestSupply(1, esketamine, $sct#46713006, 56, 28)
* insert Rule(monitoring-incomplete, [["Monitoring of a session"]], [["Blood pressure before, during and after the administration, sedation and dissociation. Source: R8 and S3."]])
* insert MeasuredAt(0, $loinc#85354-9, before)
* insert MeasuredAt(1, $loinc#85354-9, during)
* insert MeasuredAt(2, $loinc#85354-9, after)
* insert Measured(3, InstrumentCS#moaa-s)
* insert Measured(4, InstrumentCS#cadss-subjective-total)
