Instance: consent-completeness
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Consent Completeness"
Description: "Of which share of courses the treatment consent has everything that good practice asks for."
* insert Indicator(consent-completeness, ConsentCompleteness, PracticeIndicators, proportion)
* insert AskedBy(public)
* insert MoreIsBetter
* title = "Consent Completeness"
* description = "Of which share of courses the treatment consent has everything that good practice asks for."
* purpose = "R4, R15, R16, R17: information, options, reflection, capacity and advocacy before the first administration."
* rationale = "The value of consent is diminished if information is missing, and it is null without capacity or under coercion."
* guidance = "A course belongs to the period of its first dose. What counts is the last consent that was in force when that dose began, also if it was withdrawn later. Writing is not part of it, since jurisdictions differ (R5)."
* relatedArtifact[+].type = #citation
* relatedArtifact[=].citation = "Singh I, Morgan C, Curran V, Nutt D, Schlag A, McShane R. Ketamine treatment for depression: opportunities for clinical innovation and ethical foresight. Lancet Psychiatry 2017."
* insert Group(complete, [["Complete consent"]])
* insert Population(initial-population, course, [["Courses Begun in Period"]], [["Courses whose first dose was given in the period."]])
* insert Population(denominator, course, [["Courses Begun in Period"]], [["The same courses."]])
* insert Population(numerator, course, [["Courses with Complete Consent"]], [["Those with a consent that has all of the following."]])
* insert CourseDimensions
* insert Group(consent, [["Consent before the first dose"]])
* insert Population(initial-population, course, [["Courses Begun in Period"]], [["Courses whose first dose was given in the period."]])
* insert Population(denominator, course, [["Courses Begun in Period"]], [["The same courses."]])
* insert Population(numerator, course, [["Courses with Consent"]], [["Those with a treatment consent in force when the first dose began."]])
* insert CourseDimensions
* insert Group(capacity, [["Capacity"]])
* insert Population(initial-population, course, [["Courses Begun in Period"]], [["Courses whose first dose was given in the period."]])
* insert Population(denominator, course, [["Courses Begun in Period"]], [["The same courses."]])
* insert Population(numerator, course, [["Courses with Capacity Shown"]], [["Those whose consent shows capacity."]])
* insert CourseDimensions
* insert Group(freely-given, [["Freely given"]])
* insert Population(initial-population, course, [["Courses Begun in Period"]], [["Courses whose first dose was given in the period."]])
* insert Population(denominator, course, [["Courses Begun in Period"]], [["The same courses."]])
* insert Population(numerator, course, [["Courses with Consent Freely Given"]], [["Those whose consent says that it was given freely."]])
* insert CourseDimensions
* insert Group(options, [["Options discussed"]])
* insert Population(initial-population, course, [["Courses Begun in Period"]], [["Courses whose first dose was given in the period."]])
* insert Population(denominator, course, [["Courses Begun in Period"]], [["The same courses."]])
* insert Population(numerator, course, [["Courses with Options Discussed"]], [["Those whose consent says that the licensed options were discussed."]])
* insert CourseDimensions
* insert Group(consultation, [["Consultation"]])
* insert Population(initial-population, course, [["Courses Begun in Period"]], [["Courses whose first dose was given in the period."]])
* insert Population(denominator, course, [["Courses Begun in Period"]], [["The same courses."]])
* insert Population(numerator, course, [["Courses with Consultation Dated"]], [["Those whose consent has the date of the consultation."]])
* insert CourseDimensions
* insert Group(information-sheet, [["Information sheet"]])
* insert Population(initial-population, course, [["Courses Begun in Period"]], [["Courses whose first dose was given in the period."]])
* insert Population(denominator, course, [["Courses Begun in Period"]], [["The same courses."]])
* insert Population(numerator, course, [["Courses with Information Sheet"]], [["Those whose consent names an information sheet."]])
* insert CourseDimensions
* insert Group(advocate, [["Advocate"]])
* insert Population(initial-population, course, [["Courses Begun in Period"]], [["Courses whose first dose was given in the period."]])
* insert Population(denominator, course, [["Courses Begun in Period"]], [["The same courses."]])
* insert Population(numerator, course, [["Courses with Advocate Recorded"]], [["Those whose consent says whether an advocate was present."]])
* insert CourseDimensions
