Instance: ketamine-registry
InstanceOf: CapabilityStatement
Usage: #definition
Title: "Registry"
Description: "What a registry offers to clinics: the line for submissions, the records that it keeps and how they are found, findings and receipts, and the definitions that it works by. Access to a record is decided beyond this statement: a clinic sees its own."
* insert DefinitionInstance
* status = #active
* url = Canonical(ketamine-registry)
* name = "KetamineRegistryRequirements"
* title = "Registry"
* experimental = false
* description = "What a registry offers to clinics: the line for submissions, the records that it keeps and how they are found, findings and receipts, and the definitions that it works by. Access to a record is decided beyond this statement: a clinic sees its own."
* purpose = "R1, R7, R9, R11, R26: a health record system that meets the other side of this statement can submit to any registry of the network."
* insert RequirementsOfR4
* rest.mode = #server
* rest.documentation = "R7: a submission is a transaction, in which all is stored or nothing; R26: what is poor practice is stored and found."
* rest.security.description = "R13, R16: without an identity provider a registry answers to the machine that it runs on, and to no other."
* insert SystemInteraction(SHALL, transaction, [[R7: a submission. All of it is stored or nothing, and a receipt is kept either way.]])
* insert SystemInteraction(SHALL, batch, [[R7: several submissions in one request, each by itself.]])
* insert SystemOperatesOfHl7(export, [[uv/bulkdata/OperationDefinition/export]], [[R7, R14, R16: the records of everybody, as at Patient.]])

* insert Type(AdverseEvent, [[R14, R24: adverse events, craving, misuse and diversion among them.]])
* insert Profile(ketamine-adverse-event)
* insert RecordInteractions
* insert SearchedBy(SHALL, date, date, https://ketamine-registry.example/fhir/SearchParameter/AdverseEvent-date, [[R14: signals are followed over time.]])
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/AdverseEvent-identifier, [[R7: conditional references, conditional updates and conditional creates address a record by its business identifier.]])
* insert SearchedBy(SHALL, seriousness, token, https://ketamine-registry.example/fhir/SearchParameter/AdverseEvent-seriousness, [[R14: serious events are reported within a time limit.]])
* insert SearchedBy(SHALL, subject, reference, https://ketamine-registry.example/fhir/SearchParameter/AdverseEvent-subject, [[R19: the events of a patient are read together.]])
* insert Validates

* insert Type(Bundle, [[R7: submissions are checked before they are sent.]])
* insert Validates

* insert Type(CapabilityStatement, [[R7, R10: what this guide requires of each side.]])
* insert DefinitionInteractions
* insert SearchedBy(SHALL, url, uri, http://hl7.org/fhir/SearchParameter/conformance-url, [[R7: found by the canonical URL.]])

* insert Type(CodeSystem, [[R7: the codes that this guide defines.]])
* insert DefinitionInteractions
* insert SearchedBy(SHALL, url, uri, http://hl7.org/fhir/SearchParameter/conformance-url, [[R7: found by the canonical URL.]])

* insert Type(Composition, [[R9: case reports.]])
* insert Profile(ketamine-case-report)
* insert RecordInteractions
* insert SearchedBy(SHALL, category, token, https://ketamine-registry.example/fhir/SearchParameter/Composition-category, [[R9: cases that can be learned from together are found together.]])
* insert SearchedBy(SHALL, date, date, https://ketamine-registry.example/fhir/SearchParameter/Composition-date, [[R9: new cases are found.]])
* insert SearchedBy(SHALL, entry, reference, https://ketamine-registry.example/fhir/SearchParameter/Composition-entry, [[R9: a record leads to the case reports that tell it.]])
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/Composition-identifier, [[R7: conditional references, conditional updates and conditional creates address a record by its business identifier.]])
* insert SearchedBy(SHALL, subject, reference, https://ketamine-registry.example/fhir/SearchParameter/Composition-subject, [[R9: the reports about a patient are read together.]])
* insert SearchedBy(SHALL, type, token, https://ketamine-registry.example/fhir/SearchParameter/Composition-type, [[R9: a single case is found as such.]])
* insert Validates

* insert Type(Condition, [[S3, S4: comorbidities and contraindications.]])
* insert Profile(ketamine-comorbidity)
* insert RecordInteractions
* insert SearchedBy(SHALL, code, token, https://ketamine-registry.example/fhir/SearchParameter/Condition-code, [[S4: analyses stratify by comorbidity.]])
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/Condition-identifier, [[R7: conditional references, conditional updates and conditional creates address a record by its business identifier.]])
* insert SearchedBy(SHALL, patient, reference, https://ketamine-registry.example/fhir/SearchParameter/Condition-patient, [[S3: contraindications of a patient are found together.]])
* insert Validates

* insert Type(Consent, [[R4, R5, R6, R15, R16, R17: decisions about treatment and about the uses of the record.]])
* insert Profile(ketamine-treatment-consent)
* insert Profile(registry-sharing-consent)
* insert RecordInteractions
* insert SearchedBy(SHALL, category, token, https://ketamine-registry.example/fhir/SearchParameter/Consent-category, [[R16: treatment and sharing are decided apart.]])
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/Consent-identifier, [[R7: conditional references, conditional updates and conditional creates address a record by its business identifier.]])
* insert SearchedBy(SHALL, patient, reference, https://ketamine-registry.example/fhir/SearchParameter/Consent-patient, [[R16: the decision in force is found among all consents of the patient.]])
* insert SearchedBy(SHALL, status, token, https://ketamine-registry.example/fhir/SearchParameter/Consent-status, [[R16: withdrawn consents are told from those in force.]])
* insert Validates

* insert Type(DetectedIssue, [[R1, R26: findings of the practice rules. The registry makes them.]])
* insert Profile(practice-finding)
* insert ReadingInteractions
* insert SearchedBy(SHALL, code, token, https://ketamine-registry.example/fhir/SearchParameter/DetectedIssue-code, [[R1, R26: findings are counted by rule.]])
* insert SearchedBy(SHALL, identified, date, https://ketamine-registry.example/fhir/SearchParameter/DetectedIssue-identified, [[R1: findings are followed over time.]])
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/DetectedIssue-identifier, [[R1: the registry finds the finding that it made before.]])
* insert SearchedBy(SHALL, implicated, reference, https://ketamine-registry.example/fhir/SearchParameter/DetectedIssue-implicated, [[R1: a record leads to its findings.]])
* insert SearchedBy(SHALL, patient, reference, https://ketamine-registry.example/fhir/SearchParameter/DetectedIssue-patient, [[R1: the findings of a patient are read together.]])
* insert Operates(decide, detected-issue-decide, [[R1, R12: what became of a finding.]])

* insert Type(Encounter, [[R3, R7, R8: sessions, and reviews by the prescriber.]])
* insert Profile(ketamine-session)
* insert Profile(prescriber-review)
* insert RecordInteractions
* insert SearchedBy(SHALL, date, date, https://ketamine-registry.example/fhir/SearchParameter/Encounter-date, [[R7: completeness and trends are read by period.]])
* insert SearchedBy(SHALL, episode-of-care, reference, https://ketamine-registry.example/fhir/SearchParameter/Encounter-episode-of-care, [[R7: the sessions of a course are read together.]])
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/Encounter-identifier, [[R7: conditional references, conditional updates and conditional creates address a record by its business identifier.]])
* insert SearchedBy(SHALL, participant, reference, https://ketamine-registry.example/fhir/SearchParameter/Encounter-participant, [[R3: reviews are read per prescriber.]])
* insert SearchedBy(SHALL, patient, reference, https://ketamine-registry.example/fhir/SearchParameter/Encounter-patient, [[R18: the interval between sessions of a patient is a practice rule.]])
* insert SearchedBy(SHALL, type, token, https://ketamine-registry.example/fhir/SearchParameter/Encounter-type, [[R3, R7: reviews are told from sessions.]])
* insert Validates

* insert Type(EpisodeOfCare, [[R7, R22, S4: treatment courses.]])
* insert Profile(ketamine-treatment-course)
* insert RecordInteractions
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/EpisodeOfCare-identifier, [[R7: conditional references, conditional updates and conditional creates address a record by its business identifier.]])
* insert SearchedBy(SHALL, patient, reference, https://ketamine-registry.example/fhir/SearchParameter/EpisodeOfCare-patient, [[S4: the courses of a patient are read together.]])
* insert Validates

* insert Type(Group, [[R7, R9: a clinic's patients and a study's subjects, which are no records: their ids are those of the Organization and the ResearchStudy.]])
* insert OperatesOfHl7(export, [[uv/bulkdata/OperationDefinition/group-export]], [[R7, R9, R16: the records of one clinic or one study.]])

* insert Type(ImplementationGuide, [[R7: the version of the guide that the registry works by.]])
* insert DefinitionInteractions
* insert SearchedBy(SHALL, url, uri, http://hl7.org/fhir/SearchParameter/conformance-url, [[R7: found by the canonical URL.]])

* insert Type(Library, [[R6, R20: the patient information sheet, and the criteria of the indicators.]])
* insert DefinitionInteractions
* insert SearchedBy(SHALL, url, uri, http://hl7.org/fhir/SearchParameter/Library-url, [[R7: found by the canonical URL.]])

* insert Type(Measure, [[R20: the indicators.]])
* insert Profile(ketamine-indicator)
* insert DefinitionInteractions
* insert SearchedBy(SHALL, url, uri, http://hl7.org/fhir/SearchParameter/Measure-url, [[R7: found by the canonical URL.]])
* insert Operates(evaluate-protected, measure-evaluate-protected, [[R10, R14, R20: one answer, protected, with a status.]])
* insert Operates(evaluate-exact, measure-evaluate-exact, [[R7: a steward sees the registry's own exact figures.]])
* insert Operates(ask-network, measure-ask-network, [[R10, R14, R20: an analyst's question to all registries of the network.]])
* insert Operates(peer-questions, measure-peer-questions, [[R10, R20: a steward sees which questions of other registries wait.]])
* insert Operates(decide-question, measure-decide-question, [[R10, R20: a steward decides about one of them.]])
* insert Operates(set-peer-policy, measure-set-peer-policy, [[R10, R20: a steward decides about all questions of a registry about an indicator.]])

* insert Type(MedicationAdministration, [[R7, R18, R23, R24, R25: what was given in a session.]])
* insert Profile(ketamine-medication-administration)
* insert RecordInteractions
* insert SearchedBy(SHALL, context, reference, https://ketamine-registry.example/fhir/SearchParameter/MedicationAdministration-context, [[R8: the administrations of a session are read together.]])
* insert SearchedBy(SHALL, effective-time, date, https://ketamine-registry.example/fhir/SearchParameter/MedicationAdministration-effective-time, [[R25: frequency and escalation are read over time.]])
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/MedicationAdministration-identifier, [[R7: conditional references, conditional updates and conditional creates address a record by its business identifier.]])
* insert SearchedBy(SHALL, patient, reference, https://ketamine-registry.example/fhir/SearchParameter/MedicationAdministration-patient, [[R19, R23: cumulative dose and frequency are read per patient.]])
* insert SearchedBy(SHALL, status, token, https://ketamine-registry.example/fhir/SearchParameter/MedicationAdministration-status, [[R24: stopped administrations are read apart.]])
* insert Validates

* insert Type(MedicationDispense, [[R2, R13, R25: supplies to take home.]])
* insert Profile(ketamine-take-home-supply)
* insert RecordInteractions
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/MedicationDispense-identifier, [[R7: conditional references, conditional updates and conditional creates address a record by its business identifier.]])
* insert SearchedBy(SHALL, patient, reference, https://ketamine-registry.example/fhir/SearchParameter/MedicationDispense-patient, [[R2, R13: supplies of a patient are added up.]])
* insert SearchedBy(SHALL, prescription, reference, https://ketamine-registry.example/fhir/SearchParameter/MedicationDispense-prescription, [[R2, R13: supplies are compared with what was prescribed.]])
* insert SearchedBy(SHALL, whenhandedover, date, https://ketamine-registry.example/fhir/SearchParameter/MedicationDispense-whenhandedover, [[R2, R25: supplies are added up over a period.]])
* insert Validates

* insert Type(MedicationRequest, [[R2, R18: prescriptions.]])
* insert Profile(ketamine-prescription)
* insert RecordInteractions
* insert SearchedBy(SHALL, authoredon, date, https://ketamine-registry.example/fhir/SearchParameter/MedicationRequest-authoredon, [[R25: escalation is read over time.]])
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/MedicationRequest-identifier, [[R7: conditional references, conditional updates and conditional creates address a record by its business identifier.]])
* insert SearchedBy(SHALL, patient, reference, https://ketamine-registry.example/fhir/SearchParameter/MedicationRequest-patient, [[R2, R13: prescriptions of a patient are read together.]])
* insert SearchedBy(SHALL, requester, reference, https://ketamine-registry.example/fhir/SearchParameter/MedicationRequest-requester, [[R3: prescriptions are read per prescriber.]])
* insert Validates

* insert Type(MedicationStatement, [[S4: concomitant medication.]])
* insert Profile(concomitant-medication)
* insert RecordInteractions
* insert SearchedBy(SHALL, code, token, https://ketamine-registry.example/fhir/SearchParameter/MedicationStatement-code, [[R8, S4: sessions are compared with and without a class of medicine.]])
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/MedicationStatement-identifier, [[R7: conditional references, conditional updates and conditional creates address a record by its business identifier.]])
* insert SearchedBy(SHALL, patient, reference, https://ketamine-registry.example/fhir/SearchParameter/MedicationStatement-patient, [[R8, S4: what a patient takes beside ketamine is read together.]])
* insert Validates

* insert Type(NamingSystem, [[R7: the systems of identifiers.]])
* insert DefinitionInteractions
* insert SearchedBy(SHALL, value, string, http://hl7.org/fhir/SearchParameter/NamingSystem-value, [[R7: found by the URI of an identifier system.]])

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
* insert RecordInteractions
* insert SearchedBy(SHALL, code, token, https://ketamine-registry.example/fhir/SearchParameter/Observation-code, [[R8, R21: measurements of one kind are read together.]])
* insert SearchedBy(SHALL, date, date, https://ketamine-registry.example/fhir/SearchParameter/Observation-date, [[R21: scores are read at 24 hours, 3, 7 and 14 days.]])
* insert SearchedBy(SHALL, encounter, reference, https://ketamine-registry.example/fhir/SearchParameter/Observation-encounter, [[R8: the monitoring of a session is read together.]])
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/Observation-identifier, [[R7: conditional references, conditional updates and conditional creates address a record by its business identifier.]])
* insert SearchedBy(SHALL, patient, reference, https://ketamine-registry.example/fhir/SearchParameter/Observation-patient, [[R21: scores of a patient are read over time.]])
* insert Validates

* insert Type(OperationDefinition, [[R7, R10: the operations.]])
* insert DefinitionInteractions
* insert SearchedBy(SHALL, url, uri, http://hl7.org/fhir/SearchParameter/conformance-url, [[R7: found by the canonical URL.]])

* insert Type(Organization, [[R11: clinics. A clinic is registered by the registry before it submits.]])
* insert Profile(ketamine-clinic)
* insert RecordInteractions
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/Organization-identifier, [[R11: submissions name their clinic by the identifier that the registry gave it.]])
* insert Validates

* insert Type(Patient, [[R7, S4: patients under pseudonyms.]])
* insert Profile(ketamine-patient)
* insert RecordInteractions
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/Patient-identifier, [[R13: clinics address a patient by a pseudonym, and the supply check looks for the registry pseudonym.]])
* insert SearchedBy(SHALL, organization, reference, https://ketamine-registry.example/fhir/SearchParameter/Patient-organization, [[R7: a clinic sees its own patients and no others.]])
* insert Validates
* insert Operates(disclosures, patient-disclosures, [[R13, R16: a patient learns through the clinic who has seen the record.]])
* insert OperatesOfHl7(everything, [[OperationDefinition/Patient-everything]], [[R13, R16: a clinic hands a patient the whole record, each part of it as consent lets it be read.]])
* insert OperatesOfHl7(export, [[uv/bulkdata/OperationDefinition/patient-export]], [[R7, R14, R16: a clinic takes its records along, and drug safety and research get those that consent lets them have.]])
* insert Operates(viewdefinition-export, patient-viewdefinition-export, [[R7, R13, R16: an analyst gets flat files under pseudonyms, of those who permit research with their records.]])
* insert Operates(link-pseudonyms, patient-link-pseudonyms, [[R7: a steward says, and can take back, that two pseudonyms are those of one person.]])
* insert Operates(unlink-pseudonyms, patient-unlink-pseudonyms, [[R7: a steward says, and can take back, that two pseudonyms are those of one person.]])
* insert Operates(erase, patient-erase, [[R16: a person who has a right to it is erased.]])
* insert Operates(repeat-erasures, patient-repeat-erasures, [[R16: an erasure outlives the backups.]])

* insert Type(PlanDefinition, [[R1: the rule sets of practice.]])
* insert Profile(practice-rule-set)
* insert DefinitionInteractions
* insert SearchedBy(SHALL, url, uri, http://hl7.org/fhir/SearchParameter/PlanDefinition-url, [[R7: found by the canonical URL.]])

* insert Type(PractitionerRole, [[R3, R11: prescribers, by role and without a name.]])
* insert Profile(ketamine-prescriber)
* insert RecordInteractions
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/PractitionerRole-identifier, [[R7: conditional references, conditional updates and conditional creates address a record by its business identifier.]])
* insert SearchedBy(SHALL, organization, reference, https://ketamine-registry.example/fhir/SearchParameter/PractitionerRole-organization, [[R11: a clinic sees its own prescribers and no others.]])
* insert Validates

* insert Type(Provenance, [[R7, R10, R16: where records came from that an adapter brought or a form became.]])
* insert Profile(ketamine-import-provenance)
* insert RecordInteractions
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/Provenance-identifier, [[R7: conditional references, conditional updates and conditional creates address a record by its business identifier.]])
* insert SearchedBy(SHALL, patient, reference, https://ketamine-registry.example/fhir/SearchParameter/Provenance-patient, [[R16: how a patient's records came to the registry is read together.]])
* insert SearchedBy(SHALL, target, reference, https://ketamine-registry.example/fhir/SearchParameter/Provenance-target, [[R10: a record leads to where it came from.]])
* insert Validates

* insert Type(Questionnaire, [[R7: the forms for clinics without a health record system.]])
* insert DefinitionInteractions
* insert SearchedBy(SHALL, url, uri, http://hl7.org/fhir/SearchParameter/Questionnaire-url, [[R7: found by the canonical URL.]])

* insert Type(QuestionnaireResponse, [[R7: what a form was answered with becomes a submission; it is not kept.]])
* insert Operates(extract, questionnaire-response-extract, [[R7: a clinic without a health record system gets the transaction that a filled-in form stands for.]])

* insert Type(ResearchStudy, [[R9: trials.]])
* insert Profile(ketamine-study)
* insert RecordInteractions
* insert SearchedBy(SHALL, focus, token, https://ketamine-registry.example/fhir/SearchParameter/ResearchStudy-focus, [[R9: the studies of a substance are read together.]])
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/ResearchStudy-identifier, [[R7, R9: a study is found by its public registration, and addressed by a business identifier.]])
* insert SearchedBy(SHALL, status, token, https://ketamine-registry.example/fhir/SearchParameter/ResearchStudy-status, [[R9: studies that recruit, and studies that were stopped, are found.]])
* insert Validates

* insert Type(ResearchSubject, [[R9: patients of a trial.]])
* insert Profile(ketamine-study-subject)
* insert RecordInteractions
* insert SearchedBy(SHALL, identifier, token, https://ketamine-registry.example/fhir/SearchParameter/ResearchSubject-identifier, [[R7: conditional references, conditional updates and conditional creates address a record by its business identifier.]])
* insert SearchedBy(SHALL, individual, reference, https://ketamine-registry.example/fhir/SearchParameter/ResearchSubject-individual, [[R9: whether a patient is in a study is seen beside the records.]])
* insert SearchedBy(SHALL, status, token, https://ketamine-registry.example/fhir/SearchParameter/ResearchSubject-status, [[R9: those who withdrew are told from those who stayed.]])
* insert SearchedBy(SHALL, study, reference, https://ketamine-registry.example/fhir/SearchParameter/ResearchSubject-study, [[R9: the patients of a study are found, and by them its safety and efficacy data.]])
* insert Validates

* insert Type(SearchParameter, [[R7: the search parameters, each with its reason.]])
* insert DefinitionInteractions
* insert SearchedBy(SHALL, url, uri, http://hl7.org/fhir/SearchParameter/conformance-url, [[R7: found by the canonical URL.]])

* insert Type(StructureDefinition, [[R7: the profiles and extensions.]])
* insert DefinitionInteractions
* insert SearchedBy(SHALL, url, uri, http://hl7.org/fhir/SearchParameter/conformance-url, [[R7: found by the canonical URL.]])

* insert Type(Subscription, [[R1, R14, R16: a client is told that there is something to read, by HL7's guide Subscriptions R5 Backport.]])
* insert Profile(registry-subscription)
* insert Does(SHALL, create, [[R1: a client asks to be told.]])
* insert Does(SHALL, read, [[R1: how it stands, without the secrets of its hook.]])
* insert Does(SHALL, search-type, [[R1: a client's own; the steward sees all.]])
* insert Does(SHALL, update, [[R1: changed, begun again, or switched off.]])
* insert SearchedBy(SHALL, status, token, http://hl7.org/fhir/SearchParameter/Subscription-status, [[R14: those whose hook was given up are found.]])
* insert OperatesOfHl7(status, uv/subscriptions-backport/OperationDefinition/backport-subscription-status, [[R14: how the hook fares, of one subscription or of all of one's own.]])
* insert OperatesOfHl7(events, uv/subscriptions-backport/OperationDefinition/backport-subscription-events, [[R14, R16: what was not told is asked for.]])
* insert Validates

* insert Type(Task, [[R7, R26: receipts of submissions. The registry makes them.]])
* insert Profile(submission-receipt)
* insert DefinitionInteractions
* insert SearchedBy(SHALL, identifier, token, http://hl7.org/fhir/SearchParameter/Task-identifier, [[R7: the receipts of a Bundle.identifier.]])

* insert Type(ValueSet, [[R7: the codes that an element may have.]])
* insert DefinitionInteractions
* insert SearchedBy(SHALL, url, uri, http://hl7.org/fhir/SearchParameter/conformance-url, [[R7: found by the canonical URL.]])
