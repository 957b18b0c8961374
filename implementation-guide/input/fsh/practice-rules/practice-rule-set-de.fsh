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
* insert InformationSheetRule
* insert Rule(reflection-interval-short, [["Interval for reflection"]], [["At least 24 hours lie between the consultation and the first administration. The interval comes from R15; its length is illustrative."]])
* insert ShortestInterval(24, 'h')
* insert SettingRules
* insert Rule(contraindication-present, [["No contraindication"]], [["Aneurysmal vascular disease and a history of intracerebral haemorrhage: the label of esketamine. Uncontrolled hypertension and a history of psychosis: S3."]])
* insert Contraindicated(0, uncontrolled-hypertension)
* insert ContraindicatedInHistory(1, aneurysmal-disease)
* insert ContraindicatedInHistory(2, intracerebral-haemorrhage)
* insert ContraindicatedInHistory(3, psychosis)
* insert SessionIntervalRule
* insert Rule(dose-above-limit, [["Largest single dose"]], [["Intravenous racemic ketamine: doses of 1 mg/kg and more are anaesthetic (R23). Nasal esketamine: the largest licensed dose of a session. The other limits are illustrative."]])
* insert LargestDose(0, racemic-ketamine, $sct#47625008, 1.0, 'mg/kg')
* insert LargestDose(1, racemic-ketamine, $sct#26643006, 300, 'mg')
* insert LargestDose(2, esketamine, $sct#46713006, 84, 'mg')
* insert LargestDose(3, esketamine, $sct#47625008, 0.5, 'mg/kg')
* insert LargestDose(4, esketamine, $sct#34206005, 0.5, 'mg/kg')
* insert Rule(dosing-frequency-high, [["Frequency of doses"]], [["At most 5 doses in 14 days at the clinic: as many as fit with 3 days between them (R18); alternate days were followed by craving (R25). Nasal esketamine: 4, twice a week as the label says. At home at most one a day: illustrative."]])
* insert MostDoses(0, racemic-ketamine, $sct#47625008, 5, 14)
* insert MostDoses(1, racemic-ketamine, $sct#26643006, 14, 14)
* insert MostDoses(2, esketamine, $sct#46713006, 4, 14)
* insert MostDoses(3, esketamine, $sct#47625008, 5, 14)
* insert MostDoses(4, esketamine, $sct#34206005, 5, 14)
* insert Rule(dose-escalating, [["Rise of the dose"]], [["Doses rise with tolerance and craving (R25). Nasal esketamine: from 28 to 84 mg, the range of the label. The other limits are illustrative: no more than double."]])
* insert LargestRise(0, racemic-ketamine, $sct#47625008, 100)
* insert LargestRise(1, racemic-ketamine, $sct#26643006, 100)
* insert LargestRise(2, esketamine, $sct#46713006, 200)
* insert LargestRise(3, esketamine, $sct#47625008, 100)
* insert LargestRise(4, esketamine, $sct#34206005, 100)
* insert Rule(take-home-above-limit, [["Largest supply to take home"]], [["Supplies of 28 days are added up. Source of the rule: R2. The limits are illustrative."]])
* insert LargestSupply(0, racemic-ketamine, $sct#26643006, 1200, 28)
* insert LargestSupply(1, esketamine, $sct#46713006, 56, 28)
* insert Rule(monitoring-incomplete, [["Monitoring of a session"]], [["Blood pressure before, during and after the administration, sedation and dissociation. Source: R8 and S3."]])
* insert MeasuredAt(0, $loinc#85354-9, before)
* insert MeasuredAt(1, $loinc#85354-9, during)
* insert MeasuredAt(2, $loinc#85354-9, after)
* insert Measured(3, InstrumentCS#moaa-s)
* insert Measured(4, InstrumentCS#cadss-subjective-total)
* insert StayRules
* insert Rule(course-long, [["Length of a course"]], [["Doses are given for at most 365 days after the first one of a course. Source of the rule: R18, short courses; its length is illustrative."]])
* insert LongestDays(365)
* insert Rule(review-overdue, [["Review by the prescriber"]], [["The prescriber reviews an active course at least every 91 days. Source of the rule: R3 and R18; 91 days, a quarter, is illustrative."]])
* insert LongestDays(91)
* insert Rule(suicidality-follow-up-overdue, [["Suicidality after a response"]], [["Suicidality is assessed within 14 days of a response, a fall of the score by at least half. Source of the rule: R21; 14 days: the longest that the effect of one dose is reported to last. Half: the definition of response of the source and, for each instrument, of the trials that its code system cites."]])
* insert LongestDays(14)
* insert HalfIsResponse
* insert Rule(follow-up-missing, [["Long-term follow-up"]], [["A depression score 12 and 24 months after the last dose, and a bladder symptom score after 24. Source of the rule: S1, for 24 months and more; the months are illustrative."]])
* insert MoodAfter(0, 365, 60)
* insert MoodAfter(1, 730, 60)
* insert BladderAfter(2, 730, 60)
* insert Rule(event-reported-late, [["Report of an adverse event"]], [["A fatal or life-threatening event reaches the registry within 7 days of awareness and any other serious event within 15. Source of the rule: R14; the days are those of ICH E2A and E2D for authorities. A non-serious event within 90 days, as in the European Union’s good pharmacovigilance practices, Module VI. It applies from 1 January 2025, when the registry of the example opened."]])
* insert JudgedFrom(2025-01-01)
* insert ReportedWithin(0, fatal-or-life-threatening, 7)
* insert ReportedWithin(1, serious, 15)
* insert ReportedWithin(2, non-serious, 90)
* insert Rule(session-reported-late, [["Report of a session"]], [["A session reaches the registry within 14 days of its end. Source of the rule: R7; the days are illustrative. It applies from 1 January 2025, when the registry of the example opened."]])
* insert JudgedFrom(2025-01-01)
* insert LongestDays(14)
