Instance: dose-escalation
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Dose Escalation"
Description: "In which share of courses with repeated doses a dose was at least half as large again as the first."
* insert Indicator(dose-escalation, DoseEscalation, PracticeIndicators, proportion)
* insert AskedBy(public)
* insert LessIsBetter
* title = "Dose Escalation"
* description = "In which share of courses with repeated doses a dose was at least half as large again as the first."
* purpose = "R25: escalation of dose."
* rationale = "Escalation is the first sign of tolerance. Half as large again is the step from 0.5 to 0.75 mg/kg; the threshold is the guide's own."
* guidance = "A course belongs to every period in which a repeated dose was given. A dose is compared with the first dose of the same substance by the same route in the course, in mg, so that a change of body weight does not count."
* insert Group(dose-escalation, [["Courses with repeated doses"]])
* insert Population(initial-population, course, [["Courses with Repeated Doses"]], [["Courses with a dose in the period that is not the first of its substance and route."]])
* insert Population(denominator, course, [["Courses with Repeated Doses"]], [["The same courses."]])
* insert Population(numerator, course, [["Courses with Escalated Doses"]], [["Those in which such a dose is at least 1.5 times the first."]])
* insert CourseDimensions
