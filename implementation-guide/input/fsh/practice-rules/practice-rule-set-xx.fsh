Instance: practice-rule-set-xx
InstanceOf: PracticeRuleSet
Usage: #definition
Title: "Practice Rules, Demonstration"
Description: "The rules of the demonstration jurisdiction XX, with every kind of rule. Each rule says whether its limit comes from a source or is illustrative."
* insert PracticeRuleSetOf(XX, demonstration jurisdiction)
* jurisdiction = DemonstrationJurisdictionCS#XX
* url = Canonical(practice-rule-set-xx)
* description = "The rules of the demonstration jurisdiction XX, with every kind of rule. Each rule says whether its limit comes from a source or is illustrative. Not for use in care."
* extension[lawfulBasis].valueCode = #opt-out
* extension[writtenConsentRequired].valueBoolean = true
* insert ConsentRules
* insert Rule(consent-not-written, [["Consent in writing"]], [["The treatment consent is in writing. Illustrative: the source asks each jurisdiction to decide (R5)."]])
* insert Rule(reflection-interval-short, [["Interval for reflection"]], [["At least 24 hours lie between the consultation and the first administration. The interval comes from R15; its length is illustrative."]])
* insert ShortestInterval(24, 'h')
* insert SettingRules
* insert SessionIntervalRule
* insert Rule(dose-above-limit, [["Largest single dose"]], [["Intravenous and intramuscular racemic ketamine: doses of 1 mg/kg and more are anaesthetic (R23). Subcutaneous: the largest dose of the published series. Nasal esketamine: the largest licensed dose of a session. The other limits are illustrative."]])
* insert LargestDose(0, racemic-ketamine, $sct#47625008, 1.0, 'mg/kg')
* insert LargestDose(1, racemic-ketamine, $sct#78421000, 1.0, 'mg/kg')
* insert LargestDose(2, racemic-ketamine, $sct#34206005, 1.0, 'mg/kg')
* insert LargestDose(3, racemic-ketamine, $sct#46713006, 150, 'mg')
* insert LargestDose(4, racemic-ketamine, $sct#26643006, 300, 'mg')
* insert LargestDose(5, racemic-ketamine, KetamineRouteCS#sublingual, 200, 'mg')
* insert LargestDose(6, esketamine, $sct#46713006, 84, 'mg')
* insert LargestDose(7, esketamine, $sct#47625008, 0.5, 'mg/kg')
* insert Rule(take-home-above-limit, [["Largest supply to take home"]], [["Supplies of 28 days are added up. Source of the rule: R2. The limits are illustrative."]])
* insert LargestSupply(0, racemic-ketamine, $sct#46713006, 600, 28)
* insert LargestSupply(1, racemic-ketamine, $sct#26643006, 1200, 28)
* insert LargestSupply(2, racemic-ketamine, KetamineRouteCS#sublingual, 800, 28)
* insert LargestSupply(3, esketamine, $sct#46713006, 56, 28)
* insert Rule(monitoring-incomplete, [["Monitoring of a session"]], [["Blood pressure before, during and after the administration, sedation and dissociation. Source: R8 and S3."]])
* insert MeasuredAt(0, $loinc#85354-9, before)
* insert MeasuredAt(1, $loinc#85354-9, during)
* insert MeasuredAt(2, $loinc#85354-9, after)
* insert Measured(3, InstrumentCS#moaa-s)
* insert Measured(4, InstrumentCS#cadss-subjective-total)
