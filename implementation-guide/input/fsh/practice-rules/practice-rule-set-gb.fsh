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
* insert InformationSheetRule
* insert Rule(consent-not-written, [["Consent in writing"]], [["The treatment consent is in writing. Illustrative: the source asks each jurisdiction to decide (R5)."]])
* insert Rule(reflection-interval-short, [["Interval for reflection"]], [["At least 7 days lie between the consultation and the first administration. The interval comes from R15; its length is illustrative."]])
* insert ShortestInterval(7, 'd')
* insert SettingRules
* insert Rule(contraindication-present, [["No contraindication"]], [["Aneurysmal vascular disease and a history of intracerebral haemorrhage: the label of esketamine. Uncontrolled hypertension and a history of psychosis: S3. Raised intracranial pressure: illustrative."]])
* insert Contraindicated(0, uncontrolled-hypertension)
* insert ContraindicatedInHistory(1, aneurysmal-disease)
* insert ContraindicatedInHistory(2, intracerebral-haemorrhage)
* insert ContraindicatedInHistory(3, psychosis)
* insert Contraindicated(4, raised-intracranial-pressure)
* insert SessionIntervalRule
* insert Rule(dose-above-limit, [["Largest single dose"]], [["Intravenous racemic ketamine: the upper end of the reported range for depression. Subcutaneous: the largest dose of the published series. Nasal esketamine: the largest licensed dose of a session. The other limits are illustrative."]])
* insert LargestDose(0, racemic-ketamine, $sct#47625008, 0.75, 'mg/kg')
* insert LargestDose(1, racemic-ketamine, $sct#34206005, 1.0, 'mg/kg')
* insert LargestDose(2, racemic-ketamine, $sct#46713006, 150, 'mg')
* insert LargestDose(3, racemic-ketamine, $sct#26643006, 240, 'mg')
* insert LargestDose(4, racemic-ketamine, KetamineRouteCS#sublingual, 150, 'mg')
* insert LargestDose(5, esketamine, $sct#46713006, 84, 'mg')
* insert Rule(dosing-frequency-high, [["Frequency of doses"]], [["At most 5 doses in 14 days at the clinic: as many as fit with 3 days between them (R18); alternate days were followed by craving (R25). Nasal esketamine: 4, twice a week as the label says. At home at most one in two days: illustrative."]])
* insert MostDoses(0, racemic-ketamine, $sct#47625008, 5, 14)
* insert MostDoses(1, racemic-ketamine, $sct#34206005, 5, 14)
* insert MostDoses(2, racemic-ketamine, $sct#46713006, 5, 14)
* insert MostDoses(3, racemic-ketamine, $sct#26643006, 7, 14)
* insert MostDoses(4, racemic-ketamine, KetamineRouteCS#sublingual, 7, 14)
* insert MostDoses(5, esketamine, $sct#46713006, 4, 14)
* insert Rule(dose-escalating, [["Rise of the dose"]], [["Doses rise with tolerance and craving (R25). Nasal esketamine: from 28 to 84 mg, the range of the label. The other limits are illustrative: by half."]])
* insert LargestRise(0, racemic-ketamine, $sct#47625008, 50)
* insert LargestRise(1, racemic-ketamine, $sct#34206005, 100)
* insert LargestRise(2, racemic-ketamine, $sct#46713006, 50)
* insert LargestRise(3, racemic-ketamine, $sct#26643006, 50)
* insert LargestRise(4, racemic-ketamine, KetamineRouteCS#sublingual, 50)
* insert LargestRise(5, esketamine, $sct#46713006, 200)
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
* insert StayRules
* insert Rule(course-long, [["Length of a course"]], [["Doses are given for at most 182 days after the first one of a course. Source of the rule: R18, short courses; its length is illustrative."]])
* insert LongestDays(182)
* insert Rule(review-overdue, [["Review by the prescriber"]], [["The prescriber reviews an active course at least every 28 days. Source of the rule: R3 and R18; 28 days, the usual length of a prescription of a controlled drug, is illustrative."]])
* insert LongestDays(28)
* insert Rule(suicidality-follow-up-overdue, [["Suicidality after a response"]], [["Suicidality is assessed within 7 days of a response, a fall of the score by at least half. Source of the rule: R21; 7 days: a week after the dose the response was left in about a third of the participants whom the source reports. Half: the definition of response of the source and, for each instrument, of the trials that its code system cites."]])
* insert LongestDays(7)
* insert HalfIsResponse
* insert Rule(follow-up-missing, [["Long-term follow-up"]], [["A depression score 6, 12, 24 and 36 months after the last dose, and a bladder symptom score after 12, 24 and 36. Source of the rule: S1, for 24 months and more; the months are illustrative."]])
* insert MoodAfter(0, 182, 45)
* insert MoodAfter(1, 365, 60)
* insert MoodAfter(2, 730, 60)
* insert MoodAfter(3, 1095, 90)
* insert BladderAfter(4, 365, 60)
* insert BladderAfter(5, 730, 60)
* insert BladderAfter(6, 1095, 90)
* insert Rule(event-reported-late, [["Report of an adverse event"]], [["A fatal or life-threatening event reaches the registry within 7 days of awareness and any other serious event within 15. Source of the rule: R14; the days are those of ICH E2A and E2D for authorities. It applies from 1 January 2025, when the registry of the example opened."]])
* insert JudgedFrom(2025-01-01)
* insert ReportedWithin(0, fatal-or-life-threatening, 7)
* insert ReportedWithin(1, serious, 15)
* insert Rule(session-reported-late, [["Report of a session"]], [["A session reaches the registry within 31 days of its end. Source of the rule: R7; the days are illustrative. It applies from 1 January 2025, when the registry of the example opened."]])
* insert JudgedFrom(2025-01-01)
* insert LongestDays(31)
