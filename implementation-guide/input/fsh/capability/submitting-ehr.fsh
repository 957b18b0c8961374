Instance: submitting-ehr
InstanceOf: CapabilityStatement
Usage: #definition
Title: "Submitting Health Record System"
Description: "What the health record system of a clinic does: it sends each session with its doses and monitoring, corrects what was wrong, and looks at receipts and findings."
* insert DefinitionInstance
* status = #active
* url = Canonical(submitting-ehr)
* name = "SubmittingEhrRequirements"
* title = "Submitting Health Record System"
* experimental = false
* description = "What the health record system of a clinic does: it sends each session with its doses and monitoring, corrects what was wrong, and looks at receipts and findings."
* purpose = "R7, R9, R26: what a vendor builds, and what may be left out."
* insert RequirementsOfR4
* rest.mode = #client
* rest.documentation = "R7: the system submits transactions, or single records where it cannot; R26: it sends what it has and makes up nothing for what it lacks."
* rest.security.description = "R13, R16: the system authenticates as the clinic where the registry has an identity provider. It sends no name and no national identifier."
* insert SystemInteraction(SHALL, transaction, [[R7: a session is one submission, with an identifier of its own, and can be sent again without harm.]])
* insert SystemInteraction(MAY, batch, [[R7: old records can be sent many at a time.]])

* insert Type(AdverseEvent, [[R14, R24: adverse events, craving, misuse and diversion among them.]])
* insert Profile(ketamine-adverse-event)
* insert SubmittingInteractions(SHALL)

* insert Type(Composition, [[R9: case reports.]])
* insert Profile(ketamine-case-report)
* insert SubmittingInteractions(SHOULD)

* insert Type(Condition, [[S3, S4: comorbidities and contraindications.]])
* insert Profile(ketamine-comorbidity)
* insert SubmittingInteractions(SHOULD)

* insert Type(Consent, [[R4, R5, R6, R15, R16, R17: decisions about treatment and about the uses of the record.]])
* insert Profile(ketamine-treatment-consent)
* insert Profile(registry-sharing-consent)
* insert SubmittingInteractions(SHALL)

* insert Type(Encounter, [[R3, R7, R8: sessions, and reviews by the prescriber.]])
* insert Profile(ketamine-session)
* insert Profile(prescriber-review)
* insert SubmittingInteractions(SHALL)

* insert Type(EpisodeOfCare, [[R7, R22, S4: treatment courses.]])
* insert Profile(ketamine-treatment-course)
* insert SubmittingInteractions(SHALL)

* insert Type(MedicationAdministration, [[R7, R18, R23, R24, R25: what was given in a session.]])
* insert Profile(ketamine-medication-administration)
* insert SubmittingInteractions(SHALL)

* insert Type(MedicationDispense, [[R2, R13, R25: supplies to take home.]])
* insert Profile(ketamine-take-home-supply)
* insert SubmittingInteractions(SHALL)

* insert Type(MedicationRequest, [[R2, R18: prescriptions.]])
* insert Profile(ketamine-prescription)
* insert SubmittingInteractions(SHOULD)

* insert Type(MedicationStatement, [[S4: concomitant medication.]])
* insert Profile(concomitant-medication)
* insert SubmittingInteractions(SHOULD)

* insert Type(Observation, [[R8, R19, R21, S1, S5, S6: monitoring, scores and laboratory values.]])
* insert Profile(anxiety-score)
* insert Profile(bladder-symptom-score)
* insert Profile(cognition-score)
* insert Profile(craving-score)
* insert Profile(depression-score)
* insert Profile(ketamine-blood-pressure)
* insert Profile(ketamine-body-weight)
* insert Profile(ketamine-dissociation-score)
* insert Profile(ketamine-heart-rate)
* insert Profile(ketamine-oxygen-saturation)
* insert Profile(ketamine-psychotomimetic-score)
* insert Profile(ketamine-sedation-score)
* insert Profile(liver-function-test)
* insert Profile(misuse-assessment)
* insert Profile(pregnancy-outcome)
* insert Profile(pregnancy-status)
* insert Profile(suicidality-assessment)
* insert Profile(urine-drug-screen)
* insert SubmittingInteractions(SHALL)

* insert Type(Patient, [[R7, S4: patients under pseudonyms.]])
* insert Profile(ketamine-patient)
* insert SubmittingInteractions(SHALL)

* insert Type(PractitionerRole, [[R3, R11: prescribers, by role and without a name.]])
* insert Profile(ketamine-prescriber)
* insert SubmittingInteractions(SHOULD)

* insert Type(Provenance, [[R7, R10, R16: where records came from that an adapter brought or a form became.]])
* insert Profile(ketamine-import-provenance)
* insert SubmittingInteractions(MAY)

* insert Type(ResearchStudy, [[R9: trials.]])
* insert Profile(ketamine-study)
* insert SubmittingInteractions(SHOULD)

* insert Type(ResearchSubject, [[R9: patients of a trial.]])
* insert Profile(ketamine-study-subject)
* insert SubmittingInteractions(SHOULD)

* insert Type(DetectedIssue, [[R1, R26: the clinic sees the findings about its own records.]])
* insert Profile(practice-finding)
* insert Does(SHOULD, read, [[R26: a finding that an answer names is read.]])
* insert Does(SHOULD, search-type, [[R1: the findings of a patient are shown to those who treat.]])

* insert Type(Task, [[R7: the receipts of the clinic's submissions.]])
* insert Profile(submission-receipt)
* insert Does(SHOULD, read, [[R7: a receipt is read where an answer did not arrive.]])
* insert Does(SHOULD, search-type, [[R7: the receipts of a Bundle.identifier are looked up.]])

* insert Type(Library, [[R6: the current version of the patient information sheet.]])
* insert Does(SHOULD, search-type, [[R6: whether the clinic's sheet is up to date is seen by its canonical URL.]])

* insert Type(PlanDefinition, [[R1: the jurisdiction's rule set.]])
* insert Profile(practice-rule-set)
* insert Does(SHOULD, search-type, [[R1, R26: limits can be shown before they are exceeded.]])

* insert Type(Questionnaire, [[R7: the forms of this guide, for a system that shows forms instead of building its own.]])
* insert Does(MAY, read, [[R7: a form is read by its id.]])
* insert Does(MAY, search-type, [[R7: a form is found by its canonical URL.]])

* insert Type(Organization, [[R11: the registration of the clinic, which only the registry writes.]])
* insert Profile(ketamine-clinic)
* insert Does(SHOULD, read, [[R11: the clinic sees which accreditation the registry knows.]])
