Instance: response-adverse-event-gb-1
InstanceOf: QuestionnaireResponse
Usage: #example
Title: "Adverse Event, Filled in"
Description: "A serious rise of blood pressure that prolonged the stay and resolved the next day."
* insert Response(adverse-event, riverside, F-2026-0062, Patient/patient-gb-1, [[2026-09-15T09:00:00+01:00]])
* insert Answers(item, event)
* insert Answer(item[=].item, event.term, [[valueCoding = $sct#24184005 "Finding of increased blood pressure"]])
* insert Answer(item[=].item, event.began, [[valueDateTime = "2026-09-14T10:10:00+01:00"]])
* insert Answer(item[=].item, event.aware, [[valueDateTime = "2026-09-14T10:12:00+01:00"]])
* insert Answer(item[=].item, event.reporter, [[valueCoding = ReporterQualificationCS#physician "Physician"]])
* insert Answer(item[=].item, event.session, [[valueReference.reference = "Encounter/session-gb-1"]])
* insert Answer(item[=].item, event.course, [[valueReference.reference = "EpisodeOfCare/course-gb-1"]])
* insert Answers(item[=].item, severity)
* insert Answer(item[=].item[=].item, severity.serious, [[valueCoding = $seriousness#Serious "Serious"]])
* insert Answers(item[=].item[=].item, severity.criterion)
* insert Answer(item[=].item[=].item[=].item, severity.criterion.code, [[valueCoding = $ncit#C83052 "Requires Inpatient Hospitalization"]])
* insert Answers(item[=].item[=].item, severity.criterion)
* insert Answer(item[=].item[=].item[=].item, severity.criterion.code, [[valueCoding = $ncit#C82521 "Other Medically Important Condition"]])
* insert Answer(item[=].item[=].item, severity.grade, [[valueCoding = $ncit#C41340 "Grade 3 Severe Adverse Event"]])
* insert Answer(item[=].item[=].item, severity.listed, [[valueCoding = ListednessCS#listed "Listed"]])
* insert Answers(item[=].item, outcome)
* insert Answer(item[=].item[=].item, outcome.outcome, [[valueCoding = $outcome#resolved "Resolved"]])
* insert Answer(item[=].item[=].item, outcome.resolved, [[valueDateTime = "2026-09-15T08:00:00+01:00"]])
* insert Answers(item[=].item, suspect)
* insert Answer(item[=].item[=].item, suspect.administration, [[valueReference.reference = "MedicationAdministration/administration-gb-1"]])
* insert Answer(item[=].item[=].item, suspect.causality, [[valueCoding = $ncit#C53260 "Related"]])
* insert Answer(item[=].item[=].item, suspect.method, [[valueCoding = CausalityMethodCS#clinical-judgement "Clinical judgement"]])
* insert Answer(item[=].item[=].item, suspect.action, [[valueCoding = ActionTakenCS#dose-reduced "Dose reduced"]])
