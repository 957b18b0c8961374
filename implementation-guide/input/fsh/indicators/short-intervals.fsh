Instance: short-intervals
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Short Intervals"
Description: "Which share of repeated sessions came less than 3 days after the one before."
* insert Indicator(short-intervals, ShortIntervals, PracticeIndicators, proportion)
* insert AskedBy(public)
* insert LessIsBetter
* title = "Short Intervals"
* description = "Which share of repeated sessions came less than 3 days after the one before."
* purpose = "R18, R25: dosing intervals of at least 3 days."
* rationale = "Frequent dosing is where harm and craving were seen. The 3 days are those of the source and the same for all countries, whatever a jurisdiction's own rule says."
* guidance = "A session belongs to the period in which it begins, by the calendar of the place of treatment. Days are counted by the calendar. A first session is not counted. Doses that are taken at home are not seen."
* relatedArtifact[+].type = #citation
* relatedArtifact[=].citation = "Singh I, Morgan C, Curran V, Nutt D, Schlag A, McShane R. Ketamine treatment for depression: opportunities for clinical innovation and ethical foresight. Lancet Psychiatry 2017."
* insert Group(short-intervals, [["Sessions after an earlier one"]])
* insert Population(initial-population, session, [["Treated Sessions in Period"]], [["Sessions that began in the period, in which at least one dose was given."]])
* insert Population(denominator, session, [["Repeated Sessions"]], [["Those before which the patient had another."]])
* insert Population(numerator, session, [["Sessions after a Short Interval"]], [["Those that came less than 3 days after the last one before."]])
* insert SessionDimensions
