Instance: response
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Response"
Description: "In which share of assessments depression is at least 50 % below baseline, at 24 hours, 3, 7 and 14 days after a dose."
* insert Indicator(response, Response, EffectIndicators, proportion)
* insert AskedBy(public)
* insert MoreIsBetter
* title = "Response"
* description = "In which share of assessments depression is at least 50 % below baseline, at 24 hours, 3, 7 and 14 days after a dose."
* purpose = "R21: efficacy at 24 hours, 3, 7 and 14 days."
* rationale = "The effect comes within hours and may go within days; one figure for both would mislead."
* guidance = "A score belongs to the period in which it is made. It says something only if its recall period is not longer than the time since the last dose began, and nothing while a supply to take home runs. Baseline is the last score of the instrument within 7 days before the first dose of the course. Instruments are never mixed. Patients who were not assessed are missing: they may be those who felt better, or worse. An assessment is counted for each dose after which it was made: narrowed to the first session it is the response to a first dose."
* relatedArtifact[+].type = #citation
* relatedArtifact[=].citation = "Singh I, Morgan C, Curran V, Nutt D, Schlag A, McShane R. Ketamine treatment for depression: opportunities for clinical innovation and ethical foresight. Lancet Psychiatry 2017."
* insert Group(24-hours, [["24 Hours after a dose: 20 to under 48 hours since it began"]])
* insert Population(initial-population, score, [["Assessed at 24 Hours"]], [["The first usable score of an instrument 20 to under 48 hours after a dose."]])
* insert Population(denominator, score, [["Compared at 24 Hours"]], [["Those with a baseline above 0."]])
* insert Population(numerator, score, [["Response at 24 Hours"]], [["Those that are at least 50 % below baseline."]])
* insert ScoreDimensions
* insert Group(3-days, [["3 Days after a dose: 48 to under 120 hours since it began"]])
* insert Population(initial-population, score, [["Assessed at 3 Days"]], [["The first usable score of an instrument 48 to under 120 hours after a dose."]])
* insert Population(denominator, score, [["Compared at 3 Days"]], [["Those with a baseline above 0."]])
* insert Population(numerator, score, [["Response at 3 Days"]], [["Those that are at least 50 % below baseline."]])
* insert ScoreDimensions
* insert Group(7-days, [["7 Days after a dose: 120 to under 240 hours since it began"]])
* insert Population(initial-population, score, [["Assessed at 7 Days"]], [["The first usable score of an instrument 120 to under 240 hours after a dose."]])
* insert Population(denominator, score, [["Compared at 7 Days"]], [["Those with a baseline above 0."]])
* insert Population(numerator, score, [["Response at 7 Days"]], [["Those that are at least 50 % below baseline."]])
* insert ScoreDimensions
* insert Group(14-days, [["14 Days after a dose: 240 to under 504 hours since it began"]])
* insert Population(initial-population, score, [["Assessed at 14 Days"]], [["The first usable score of an instrument 240 to under 504 hours after a dose."]])
* insert Population(denominator, score, [["Compared at 14 Days"]], [["Those with a baseline above 0."]])
* insert Population(numerator, score, [["Response at 14 Days"]], [["Those that are at least 50 % below baseline."]])
* insert ScoreDimensions
