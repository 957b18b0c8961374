Instance: adverse-event
InstanceOf: Questionnaire
Usage: #definition
Title: "Adverse Event"
Description: "A form for one adverse event under ketamine."
* insert Form(adverse-event, AdverseEventForm)
* title = "Adverse Event"
* description = "A form for one adverse event under ketamine: what happened, how serious it is, how it ended, and how it hangs together with an administration. Its answers become an adverse event, by SDC's definition-based extraction. The response has an identifier, from which that of the event follows, the patient as its subject, and the time at which it was written. A MedDRA term and a supply to take home as the suspect are left to systems that can send them."
* purpose = "R14, R19, R24, S2, S6: what goes wrong is told at once, also by a clinic without a health record system."

* insert Section(item, event, Adverse event)
* item[=].required = true
* insert Extracts(item, ketamine-adverse-event, AdverseEvent, adverse-event)
* insert Derives(item, ketamine-adverse-event#AdverseEvent.subject.reference, %resource.subject.reference)
* insert Derives(item, ketamine-adverse-event#AdverseEvent.recordedDate, %resource.authored)
* insert Choose(item[=].item, event.term, What happened, true, ketamine-adverse-effect-vs)
* insert Into(item[=].item, ketamine-adverse-event#AdverseEvent.event.coding:known)
* insert Ask(item[=].item, event.began, dateTime, Began at, true)
* insert Into(item[=].item, ketamine-adverse-event#AdverseEvent.date)
* insert Ask(item[=].item, event.aware, dateTime, Anybody at the clinic first knew of it at, true)
* insert Into(item[=].item, ketamine-adverse-event#AdverseEvent.detected)
* insert Choose(item[=].item, event.reporter, From whom the clinic knows of it, false, reporter-qualification-vs)
* insert Into(item[=].item, ketamine-adverse-event#AdverseEvent.extension:reporterQualification.value[x])
* insert Refer(item[=].item, event.session, Encounter, [[Session, where it happened in one]], false)
* insert Into(item[=].item, ketamine-adverse-event#AdverseEvent.encounter)
* insert Refer(item[=].item, event.course, EpisodeOfCare, Treatment course, false)
* insert Into(item[=].item, ketamine-adverse-event#AdverseEvent.extension:treatmentCourse.value[x])

* insert Section(item[=].item, severity, How grave)
* item[=].item[=].required = true
* insert Choose(item[=].item[=].item, severity.serious, Serious, true, event-seriousness-vs)
* insert Into(item[=].item[=].item, ketamine-adverse-event#AdverseEvent.seriousness)
* insert Section(item[=].item[=].item, severity.criterion, [[Why it is serious, once for each criterion]])
* item[=].item[=].item[=].required = true
* item[=].item[=].item[=].repeats = true
* insert Into(item[=].item[=].item, ketamine-adverse-event#AdverseEvent.extension:seriousnessCriterion)
* insert OnlyIf(item[=].item[=].item, severity.serious, [[answerCoding = $seriousness#Serious "Serious"]])
* insert Choose(item[=].item[=].item[=].item, severity.criterion.code, Criterion, true, seriousness-criterion-vs)
* insert Into(item[=].item[=].item[=].item, ketamine-adverse-event#AdverseEvent.extension:seriousnessCriterion.value[x])
* insert Choose(item[=].item[=].item, severity.grade, CTCAE grade, false, ctcae-grade-vs)
* insert Into(item[=].item[=].item, ketamine-adverse-event#AdverseEvent.extension:ctcaeGrade.value[x])
* insert Choose(item[=].item[=].item, severity.listed, Among the known effects of the drug, false, listedness-vs)
* insert Into(item[=].item[=].item, ketamine-adverse-event#AdverseEvent.extension:listedness.value[x])

* insert Section(item[=].item, outcome, How it ended)
* item[=].item[=].required = true
* insert Ask(item[=].item[=].item, outcome.outcome, choice, Outcome, true)
* item[=].item[=].item[=].answerValueSet = "http://hl7.org/fhir/ValueSet/adverse-event-outcome"
* insert Into(item[=].item[=].item, ketamine-adverse-event#AdverseEvent.outcome)
* insert Ask(item[=].item[=].item, outcome.resolved, dateTime, Resolved at, true)
* insert Into(item[=].item[=].item, ketamine-adverse-event#AdverseEvent.extension:resolutionDate.value[x])
* insert OnlyIf(item[=].item[=].item, outcome.outcome, [[answerCoding = $outcome#resolved "Resolved"]])

* insert Section(item[=].item, suspect, Suspected administration)
* item[=].item[=].required = true
* insert Into(item[=].item, ketamine-adverse-event#AdverseEvent.suspectEntity)
* insert Refer(item[=].item[=].item, suspect.administration, MedicationAdministration, [[The last administration before it, or the one that is suspected]], true)
* insert Into(item[=].item[=].item, ketamine-adverse-event#AdverseEvent.suspectEntity.instance)
* insert Choose(item[=].item[=].item, suspect.causality, Caused by it, false, causality-assessment-vs)
* insert Into(item[=].item[=].item, ketamine-adverse-event#AdverseEvent.suspectEntity.causality.assessment)
* insert Choose(item[=].item[=].item, suspect.method, How that was judged, false, causality-method-vs)
* insert Into(item[=].item[=].item, ketamine-adverse-event#AdverseEvent.suspectEntity.causality.method)
* item[=].item[=].item[=].enableWhen[+].question = "suspect.causality"
* item[=].item[=].item[=].enableWhen[=].operator = #exists
* item[=].item[=].item[=].enableWhen[=].answerBoolean = true
* insert Choose(item[=].item[=].item, suspect.action, What was done with the drug, false, action-taken-vs)
* insert Into(item[=].item[=].item, ketamine-adverse-event#AdverseEvent.suspectEntity.extension:actionTaken.value[x])
