Instance: suicidality-follow-up
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Suicidality Follow-Up after Response"
Description: "In which share of courses with a response suicidality was assessed within 14 days after it."
* insert Indicator(suicidality-follow-up, SuicidalityFollowUp, EffectIndicators, proportion)
* insert AskedBy(public)
* insert MoreIsBetter
* title = "Suicidality Follow-Up after Response"
* description = "In which share of courses with a response suicidality was assessed within 14 days after it."
* purpose = "R21: false reassurance of an abrupt, but potentially brief, reduction in suicidality."
* rationale = "The weeks after a response are when reassurance is false most often. The 14 days are the guide's own: the last time point of efficacy."
* guidance = "A course belongs to the period in which 14 days since its first response, on any instrument, have passed. That suicidality was assessed says nothing about what was found."
* insert Group(suicidality-follow-up, [["Courses with a response"]])
* insert Population(initial-population, course, [["Courses Due for Suicidality Follow-Up"]], [["Courses whose first response is 14 days past in the period."]])
* insert Population(denominator, course, [["Courses Due for Suicidality Follow-Up"]], [["The same courses."]])
* insert Population(numerator, course, [["Courses with Suicidality Follow-Up"]], [["Those with an assessment of suicidality after the response and within 14 days."]])
* insert PatientDimensions
* insert Dimension(year, [["Year"]])
