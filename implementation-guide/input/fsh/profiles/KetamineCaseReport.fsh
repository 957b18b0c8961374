Profile: KetamineCaseReport
Parent: Composition
Id: ketamine-case-report
Title: "Ketamine Case Report"
Description: "A single case that others can learn from: why it is reported, and which records of the patient tell it. It has no words of its own; its sections refer to the course, what else was ill and taken, the sessions and doses, what went wrong, what was measured, how it ended, and the patient's decision about sharing. It is submitted like any record, and with what it refers to it makes a FHIR document."
* insert Definition
* ^purpose = "R9: data from single case studies are reported, and a single case is found as such by its type."
* insert Record
* insert NothingContained
* extension 0..0
* identifier 1..1
* status MS
* type = RecordKindCS#case-report
* insert NoFreeTextInConcept(type)
* category 1..* MS
* category ^short = "Why the case is reported"
* category from CaseReportReasonVS (required)
* insert NoFreeTextInConcept(category)
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* insert LiteralReference(subject)
* encounter 0..0
* date MS
* author 1..1 MS
* author only Reference(KetamineClinic)
* author ^short = "The clinic that reports the case"
* insert LiteralReference(author)
* title = "Ketamine case report"
* confidentiality 0..0
* attester 0..0
* custodian 0..0
* relatesTo 0..0
* event 0..0
* section 1..* MS
* section ^slicing.discriminator.type = #value
* section ^slicing.discriminator.path = "code"
* section ^slicing.rules = #closed
* section ^slicing.description = "By what the section tells"
* section.title 0..0
* section.code 1..1
* section.author 0..0
* section.focus 0..0
* section.text 0..0
* section.mode 0..0
* section.orderedBy 0..0
* section.entry 1..*
* section.emptyReason 0..0
* section.section 0..0
* section contains
    course 1..1 MS and
    background 0..1 MS and
    treatment 1..1 MS and
    adverseEvents 0..1 MS and
    measurements 0..1 MS and
    outcome 1..1 MS and
    consent 1..1 MS
* section[course] ^short = "The course: what ketamine was given for, and what was tried before"
* insert CaseReportSection(course, course, KetamineTreatmentCourse)
* section[course].entry 1..1
* section[background] ^short = "Other illnesses and other medicines"
* insert CaseReportSection(background, background, KetamineComorbidity or ConcomitantMedication)
* section[treatment] ^short = "Sessions, reviews, administrations, prescriptions and supplies"
* insert CaseReportSection(treatment, treatment, KetamineSession or PrescriberReview or KetamineMedicationAdministration or KetaminePrescription or KetamineTakeHomeSupply)
* section[adverseEvents] ^short = "What went wrong"
* insert CaseReportSection(adverseEvents, adverse-events, KetamineAdverseEvent)
* section[measurements] ^short = "Vital signs, scores and laboratory values"
* insert CaseReportSection(measurements, measurements, Observation)
* section[outcome] ^short = "The scores and events by which the outcome is judged"
* insert CaseReportSection(outcome, outcome, Observation or KetamineAdverseEvent)
* section[consent] ^short = "The patient's decision about uses of the record; a case is published only where record-level sharing is permitted"
* insert CaseReportSection(consent, consent, RegistrySharingConsent)
* section[consent].entry 1..1
