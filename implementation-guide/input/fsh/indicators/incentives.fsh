Instance: incentives
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Incentives"
Description: "In which share of courses the patient was offered a rebate or another incentive."
* insert Indicator(incentives, Incentives, PracticeIndicators, proportion)
* insert AskedBy(public)
* insert LessIsBetter
* title = "Incentives"
* description = "In which share of courses the patient was offered a rebate or another incentive."
* purpose = "R22: financial incentives to begin or to go on."
* rationale = "A rebate after a number of infusions rewards going on, whether it helps or not."
* guidance = "A course belongs to the period of its first dose. Courses that do not say whether an incentive was offered are not in the denominator."
* insert Group(incentives, [["Courses that say whether an incentive was offered"]])
* insert Population(initial-population, course, [["Courses Begun in Period"]], [["Courses whose first dose was given in the period."]])
* insert Population(denominator, course, [["Courses with Incentive Stated"]], [["Those that say whether an incentive was offered."]])
* insert Population(numerator, course, [["Courses with Incentive Offered"]], [["Those with an incentive."]])
* insert CourseDimensions
