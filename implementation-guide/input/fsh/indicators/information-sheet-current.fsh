Instance: information-sheet-current
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Information Sheet up to Date"
Description: "In which share of courses the patient received the information sheet in its current version."
* insert Indicator(information-sheet-current, InformationSheetCurrent, PracticeIndicators, proportion)
* insert AskedBy(public)
* insert MoreIsBetter
* title = "Information Sheet up to Date"
* description = "In which share of courses the patient received the information sheet in its current version."
* purpose = "R6: detailed, up-to-date, written information."
* rationale = "What is known changes; who consents to what was known years ago consents to something else."
* guidance = "A course belongs to the period of its first dose. Whether a sheet was current is what the jurisdiction's own rule found, so that the figure follows the rule set that stands."
* insert Group(information-sheet-current, [["Courses begun"]])
* insert Population(initial-population, course, [["Courses Begun in Period"]], [["Courses whose first dose was given in the period."]])
* insert Population(denominator, course, [["Courses Begun in Period"]], [["The same courses."]])
* insert Population(numerator, course, [["Courses with Current Information Sheet"]], [["Those whose consent names a sheet, and of whose doses no finding says that it is outdated."]])
* insert CourseDimensions
