Instance: flat-tables
InstanceOf: Library
Usage: #definition
Title: "Flat Tables"
Description: "The flat tables from which indicators are computed, as ViewDefinitions of SQL on FHIR. They belong together and are versioned together."
* insert DefinitionInstance
* url = Canonical(flat-tables)
* name = "FlatTables"
* experimental = false
* title = "Flat Tables"
* description = "The flat tables from which indicators are computed, as ViewDefinitions of SQL on FHIR. They belong together and are versioned together. A ViewDefinition is no resource of FHIR R4, so each stands here as a file."
* purpose = "R7, R19, R20, R21"
* type = $library-type#asset-collection
* insert ViewFile(0, administration, Administrations)
* insert ViewFile(1, adverse_event, Adverse Events)
* insert ViewFile(2, adverse_event_criterion, Seriousness Criteria)
* insert ViewFile(3, adverse_event_suspect, Suspects of Adverse Events)
* insert ViewFile(4, adverse_event_term, Terms of Adverse Events)
* insert ViewFile(5, assessment, Assessments)
* insert ViewFile(6, clinic, Clinics)
* insert ViewFile(7, comorbidity, Comorbidities)
* insert ViewFile(8, concomitant_medication, Concomitant Medication)
* insert ViewFile(9, course, Courses of Treatment)
* insert ViewFile(10, course_prior_treatment, Prior Treatments)
* insert ViewFile(11, finding, Findings)
* insert ViewFile(12, finding_record, Records of Findings)
* insert ViewFile(13, measurement, Measurements)
* insert ViewFile(14, patient, Patients)
* insert ViewFile(15, prescription, Prescriptions)
* insert ViewFile(16, review, Prescriber Reviews)
* insert ViewFile(17, score, Scores)
* insert ViewFile(18, session, Sessions)
* insert ViewFile(19, sharing_decision, Sharing Decisions)
* insert ViewFile(20, supply, Supplies to Take Home)
* insert ViewFile(21, treatment_consent, Treatment Consents)
