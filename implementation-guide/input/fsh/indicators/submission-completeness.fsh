Instance: submission-completeness
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Submission Completeness"
Description: "Which share of sessions has its monitoring in the record, and of which share of courses no session is missing."
* insert Indicator(submission-completeness, SubmissionCompleteness, PracticeIndicators, proportion)
* insert AskedBy(network)
* insert MoreIsBetter
* title = "Submission Completeness"
* description = "Which share of sessions has its monitoring in the record, and of which share of courses no session is missing."
* purpose = "R7, R8, R26: routine submission is expected of all clinics."
* rationale = "Gaps in what is submitted bias everything else. Each registry shows its clinics how complete they are; clinics are never compared across the network."
* guidance = "A session belongs to the period in which it begins, by the calendar of the place of treatment. A course belongs to the periods of its numbered sessions. Sessions of which the registry knows nothing, not even by their number, are not seen. By clinic only a registry asks of itself."
* insert Group(monitoring, [["Monitoring of sessions"]])
* insert Population(initial-population, session, [["Treated Sessions in Period"]], [["Sessions that began in the period, in which at least one dose was given."]])
* insert Population(denominator, session, [["Finished Sessions in Period"]], [["Those that are finished."]])
* insert Population(numerator, session, [["Sessions with Complete Monitoring"]], [["Those with blood pressure before, during and after, sedation, dissociation, and the time at which the patient was fit to leave."]])
* insert SessionDimensions
* insert ClinicDimension
* insert Group(sessions, [["Numbering of sessions"]])
* insert Population(initial-population, course, [["Numbered Courses in Period"]], [["Courses with a session in the period that has a number."]])
* insert Population(denominator, course, [["Numbered Courses in Period"]], [["The same courses."]])
* insert Population(numerator, course, [["Courses without a Missing Session"]], [["Those with a session for every number from 1 to the highest."]])
* insert PatientDimensions
* insert ClinicDimension
