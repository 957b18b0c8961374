Instance: follow-up
InstanceOf: Questionnaire
Usage: #definition
Title: "Follow-up"
Description: "A form for an assessment between sessions or after a course: mood, anxiety, suicidality, bladder, craving and misuse, cognition."
* insert Form(follow-up, FollowUpForm)
* title = "Follow-up"
* description = "A form for an assessment between sessions or after a course: mood, anxiety, suicidality, bladder, craving and misuse, cognition. Each answer becomes an observation, by SDC's definition-based extraction. The response has an identifier, from which those of the records follow, and the patient as its subject. Scales are asked for their totals alone, and each says which period it asked about."
* insert RuleCopyright
* purpose = "R19, R21, S1, S5, S6: what repeated doses do is seen only by those who ask, again and again."

* insert Section(item, visit, Assessment)
* item[=].required = true
* insert Ask(item[=].item, visit.time, dateTime, Assessed at, true)
* insert Choose(item[=].item, visit.time-point, [[Due at, by the clinic's plan]], false, time-point-vs)

* insert Section(item, depression, Depression)
* insert Choose(item[=].item, depression.instrument, Which scale, false, depression-instrument-vs)
* insert Total(item[=].item, madrs, depression-score, MADRS, [[InstrumentCS#madrs-total "MADRS total"]], 0, 60, 7)
* insert OnlyIf(item[=].item, depression.instrument, [[answerCoding = InstrumentCS#madrs-total "MADRS total"]])
* insert Total(item[=].item, qids-sr16, depression-score, QIDS-SR16, [[InstrumentCS#qids-sr16-total "QIDS-SR16 total"]], 0, 27, 7)
* insert OnlyIf(item[=].item, depression.instrument, [[answerCoding = InstrumentCS#qids-sr16-total "QIDS-SR16 total"]])
* insert Total(item[=].item, ham-d17, depression-score, HAM-D17, [[InstrumentCS#ham-d17-total "HAM-D17 total"]], 0, 52, 7)
* insert OnlyIf(item[=].item, depression.instrument, [[answerCoding = InstrumentCS#ham-d17-total "HAM-D17 total"]])
* insert Total(item[=].item, phq-9, depression-score, PHQ-9, [[$loinc#44261-6 "Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]"]], 0, 27, 14)
* insert OnlyIf(item[=].item, depression.instrument, [[answerCoding = $loinc#44261-6 "Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]"]])

* insert Section(item, suicidality, Suicidality by C-SSRS)
* insert ExtractsAtVisit(item, suicidality-assessment, suicidality)
* insert Choose(item[=].item, suicidality.risk, Risk as judged, true, suicide-risk-level-vs)
* insert Into(item[=].item, suicidality-assessment#Observation.value[x])
* insert Ask(item[=].item, suicidality.ideation, integer, [[Worst level of ideation, 0 (none) to 5]], true)
* insert Into(item[=].item, suicidality-assessment#Observation.component:worstIdeation.value[x])
* insert Between(item[=].item, Integer, 0, 5)
* insert Section(item[=].item, suicidality.behaviour, [[Behaviour, once for each category that occurred, or none]])
* item[=].item[=].required = true
* item[=].item[=].repeats = true
* insert Into(item[=].item, suicidality-assessment#Observation.component:behaviour)
* insert Choose(item[=].item[=].item, suicidality.behaviour.category, Category, true, suicidal-behaviour-vs)
* insert Into(item[=].item[=].item, suicidality-assessment#Observation.component:behaviour.value[x])
* insert Recall(item[=].item, suicidality.recall, suicidality-assessment, 7)

* insert Section(item, anxiety, Anxiety)
* insert Choose(item[=].item, anxiety.instrument, Which scale, false, anxiety-instrument-vs)
* insert Total(item[=].item, gad-7, anxiety-score, GAD-7, [[$loinc#70274-6 "Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]"]], 0, 21, 14)
* insert OnlyIf(item[=].item, anxiety.instrument, [[answerCoding = $loinc#70274-6 "Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]"]])
* insert Total(item[=].item, ham-a, anxiety-score, HAM-A, [[InstrumentCS#ham-a-total "HAM-A total"]], 0, 56, 7)
* insert OnlyIf(item[=].item, anxiety.instrument, [[answerCoding = InstrumentCS#ham-a-total "HAM-A total"]])

* insert Section(item, bladder, Bladder)
* insert Total(item[=].item, icsi, bladder-symptom-score, [[O’Leary-Sant symptom index (ICSI)]], [[InstrumentCS#icsi-total "ICSI total"]], 0, 20, 30)
* insert Total(item[=].item, icpi, bladder-symptom-score, [[O’Leary-Sant problem index (ICPI)]], [[InstrumentCS#icpi-total "ICPI total"]], 0, 16, 30)

* insert Section(item, craving, Craving)
* insert ExtractsAtVisit(item, craving-score, craving)
* insert Ask(item[=].item, craving.rating, integer, [[Strongest wish for ketamine between sessions, 0 (none) to 10 (the strongest imaginable)]], true)
* insert Into(item[=].item, craving-score#Observation.value[x])
* insert Between(item[=].item, Integer, 0, 10)
* insert Recall(item[=].item, craving.recall, craving-score, 7)

* insert Section(item, misuse, Misuse)
* insert ExtractsAtVisit(item, misuse-assessment, misuse)
* insert Choose(item[=].item, misuse.finding, Use other than as agreed, true, misuse-finding-vs)
* insert Into(item[=].item, misuse-assessment#Observation.value[x])
* insert Section(item[=].item, misuse.kind, [[In what way, once for each]])
* item[=].item[=].repeats = true
* insert Into(item[=].item, misuse-assessment#Observation.component:kind)
* insert OnlyIf(item[=].item, misuse.finding, [[answerCoding = MisuseFindingCS#suspected "Suspected"]])
* insert OnlyIf(item[=].item, misuse.finding, [[answerCoding = MisuseFindingCS#confirmed "Confirmed"]])
* insert Choose(item[=].item[=].item, misuse.kind.way, In what way, true, misuse-kind-vs)
* insert Into(item[=].item[=].item, misuse-assessment#Observation.component:kind.value[x])
* insert Recall(item[=].item, misuse.recall, misuse-assessment, 30)

* insert Ask(item, moca, integer, [[Cognition by MoCA, total, 0 to 30; not on the day of a dose after the dose]], false)
* insert ExtractsAtVisit(item, cognition-score, moca)
* insert Sets(item, cognition-score#Observation.code, [[valueCodeableConcept = $loinc#72172-0 "Total score [MoCA]"]])
* insert Into(item, cognition-score#Observation.value[x])
* insert Between(item, Integer, 0, 30)

* insert Section(item, events, What went wrong)
* insert Ask(item[=].item, events.any, boolean, There was an adverse event since the last visit, true)
* insert Notice(item[=].item, events.form, Fill in the form Adverse Event for each event.)
* insert OnlyIf(item[=].item, events.any, answerBoolean = true)
