Instance: practice-rule-set-gb
InstanceOf: PracticeRuleSet
Usage: #definition
Title: "Practice Rules, United Kingdom (example)"
Description: "An example of rules for a registry with a statutory basis. It is not the law or guidance of the United Kingdom."
* insert PracticeRuleSetOf(GB, United Kingdom - example)
* jurisdiction = $iso3166#GB
* url = Canonical(practice-rule-set-gb)
* description = "An example of rules for a registry with a statutory basis. It is not the law or guidance of the United Kingdom. Each rule says whether its limit comes from a source or is illustrative."
* extension[lawfulBasis].valueCode = #statutory
* extension[writtenConsentRequired].valueBoolean = true
* insert ConsentRules
* insert Rule(consent-not-written, [["Consent in writing"]], [["The treatment consent is in writing. Illustrative: the source asks each jurisdiction to decide (R5)."]])
* insert Rule(reflection-interval-short, [["Interval for reflection"]], [["At least 7 days lie between the consultation and the first administration. The interval comes from R15; its length is illustrative."]])
* insert ShortestInterval(7, 'd')
* insert SettingRules
* insert SessionIntervalRule
* insert Rule(dose-above-limit, [["Largest single dose"]], [["Intravenous racemic ketamine: the upper end of the reported range for depression. Subcutaneous: the largest dose of the published series. Nasal esketamine: the largest licensed dose of a session. The other limits are illustrative."]])
* insert LargestDose(0, racemic-ketamine, $sct#47625008, 0.75, 'mg/kg')
* insert LargestDose(1, racemic-ketamine, $sct#34206005, 1.0, 'mg/kg')
* insert LargestDose(2, racemic-ketamine, $sct#46713006, 150, 'mg')
* insert LargestDose(3, racemic-ketamine, $sct#26643006, 240, 'mg')
* insert LargestDose(4, racemic-ketamine, KetamineRouteCS#sublingual, 150, 'mg')
* insert LargestDose(5, esketamine, $sct#46713006, 84, 'mg')
* insert Rule(take-home-above-limit, [["Largest supply to take home"]], [["Supplies of 28 days are added up. Source of the rule: R2. The limits are illustrative."]])
* insert LargestSupply(0, racemic-ketamine, $sct#46713006, 300, 28)
* insert LargestSupply(1, racemic-ketamine, $sct#26643006, 960, 28)
* insert LargestSupply(2, racemic-ketamine, KetamineRouteCS#sublingual, 600, 28)
* insert Rule(monitoring-incomplete, [["Monitoring of a session"]], [["Blood pressure before, during and after the administration, oxygen saturation, sedation and dissociation. Source: R8 and S3."]])
* insert MeasuredAt(0, $loinc#85354-9, before)
* insert MeasuredAt(1, $loinc#85354-9, during)
* insert MeasuredAt(2, $loinc#85354-9, after)
* insert Measured(3, $loinc#2708-6)
* insert Measured(4, InstrumentCS#moaa-s)
* insert Measured(5, InstrumentCS#cadss-subjective-total)
