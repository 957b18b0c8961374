Instance: long-term-follow-up
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Long-Term Follow-Up"
Description: "Which share of patients was followed two years after the first dose."
* insert Indicator(long-term-follow-up, LongTermFollowUp, FollowUpIndicators, proportion)
* insert AskedBy(public)
* insert MoreIsBetter
* title = "Long-Term Follow-Up"
* description = "Which share of patients was followed two years after the first dose."
* purpose = "S1: patients ask for evidence on safety after long-term use."
* rationale = "Nothing is known about harm after years unless somebody asks after years. Followed means a score of depression and one of bladder symptoms between 21 and 27 months after the first dose; the window is the guide's own."
* guidance = "A patient belongs to the period in which 24 months since the first dose have passed, and the window may end after it. Who died before is left out. Who moved to another clinic is followed there and missing here."
* insert Group(two-years, [["Patients two years after the first dose"]])
* insert Population(initial-population, patient, [["Patient Due for Long-Term Follow-Up"]], [["Patients whose first dose is 24 months past in the period."]])
* insert Population(denominator, patient, [["Patient Due for Long-Term Follow-Up"]], [["The same patients."]])
* insert Population(denominator-exclusion, patient, [["Patient Died before Follow-Up"]], [["Those who died before."]])
* insert Population(numerator, patient, [["Patient with Long-Term Follow-Up"]], [["Those with both scores between 21 and 27 months after the first dose."]])
* insert Dimension(sex, [["Patient Sex"]])
* insert Dimension(age-band, [["Patient Age Band"]])
* insert Dimension(substance, [["Patient Substance"]])
* insert Dimension(route, [["Patient Route"]])
* insert Dimension(cumulative-dose-band, [["Patient Cumulative Dose Band"]])
