Instance: remission
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Remission"
Description: "In which share of assessments depression is at or under the threshold of the instrument, at 24 hours, 3, 7 and 14 days after a dose."
* insert Indicator(remission, Remission, EffectIndicators, proportion)
* insert AskedBy(public)
* insert MoreIsBetter
* title = "Remission"
* description = "In which share of assessments depression is at or under the threshold of the instrument, at 24 hours, 3, 7 and 14 days after a dose."
* purpose = "R21: efficacy at 24 hours, 3, 7 and 14 days."
* rationale = "A fall by half may leave a patient ill; remission says whether depression is gone."
* guidance = "A score belongs to the period in which it is made. It says something only if its recall period is not longer than the time since the last dose began, and nothing while a supply to take home runs. Baseline is the last score of the instrument within 7 days before the first dose of the course. Instruments are never mixed. Patients who were not assessed are missing: they may be those who felt better, or worse. The thresholds, with their sources, are properties of the instruments in the code systems of this guide: MADRS 10, QIDS-SR16 5, HAM-D17 7, PHQ-9 4."
* relatedArtifact[+].type = #citation
* relatedArtifact[=].citation = "Daly EJ and others. Efficacy and safety of intranasal esketamine adjunctive to oral antidepressant therapy in treatment-resistant depression. JAMA Psychiatry 2018;75:139-148."
* relatedArtifact[=].url = "https://pmc.ncbi.nlm.nih.gov/articles/PMC5838571"
* relatedArtifact[+].type = #citation
* relatedArtifact[=].citation = "Trivedi MH and others. Evaluation of outcomes with citalopram for depression using measurement-based care in STAR*D. American Journal of Psychiatry 2006;163:28-40."
* relatedArtifact[=].url = "https://doi.org/10.1176/appi.ajp.163.1.28"
* relatedArtifact[+].type = #citation
* relatedArtifact[=].citation = "Subgroup analysis of SUSTAIN-3. CNS Drugs 2023;37:715-723 (PHQ-9 under 5)."
* relatedArtifact[=].url = "https://pmc.ncbi.nlm.nih.gov/articles/PMC10439056"
* insert Group(24-hours, [["24 Hours after a dose: 20 to under 48 hours since it began"]])
* insert Population(initial-population, score, [["Assessed at 24 Hours"]], [["The first usable score of an instrument 20 to under 48 hours after a dose."]])
* insert Population(denominator, score, [["Compared at 24 Hours"]], [["Those with a baseline above 0."]])
* insert Population(denominator-exclusion, score, [["Remission Before, at 24 Hours"]], [["Those whose baseline was at or under the threshold already."]])
* insert Population(numerator, score, [["Remission at 24 Hours"]], [["Those at or under the threshold of the instrument."]])
* insert ScoreDimensions
* insert Group(3-days, [["3 Days after a dose: 48 to under 120 hours since it began"]])
* insert Population(initial-population, score, [["Assessed at 3 Days"]], [["The first usable score of an instrument 48 to under 120 hours after a dose."]])
* insert Population(denominator, score, [["Compared at 3 Days"]], [["Those with a baseline above 0."]])
* insert Population(denominator-exclusion, score, [["Remission Before, at 3 Days"]], [["Those whose baseline was at or under the threshold already."]])
* insert Population(numerator, score, [["Remission at 3 Days"]], [["Those at or under the threshold of the instrument."]])
* insert ScoreDimensions
* insert Group(7-days, [["7 Days after a dose: 120 to under 240 hours since it began"]])
* insert Population(initial-population, score, [["Assessed at 7 Days"]], [["The first usable score of an instrument 120 to under 240 hours after a dose."]])
* insert Population(denominator, score, [["Compared at 7 Days"]], [["Those with a baseline above 0."]])
* insert Population(denominator-exclusion, score, [["Remission Before, at 7 Days"]], [["Those whose baseline was at or under the threshold already."]])
* insert Population(numerator, score, [["Remission at 7 Days"]], [["Those at or under the threshold of the instrument."]])
* insert ScoreDimensions
* insert Group(14-days, [["14 Days after a dose: 240 to under 504 hours since it began"]])
* insert Population(initial-population, score, [["Assessed at 14 Days"]], [["The first usable score of an instrument 240 to under 504 hours after a dose."]])
* insert Population(denominator, score, [["Compared at 14 Days"]], [["Those with a baseline above 0."]])
* insert Population(denominator-exclusion, score, [["Remission Before, at 14 Days"]], [["Those whose baseline was at or under the threshold already."]])
* insert Population(numerator, score, [["Remission at 14 Days"]], [["Those at or under the threshold of the instrument."]])
* insert ScoreDimensions
