Instance: case-report-document
InstanceOf: Bundle
Usage: #example
Title: "A Case Report as a Document"
Description: "The case report with every record that it refers to, as a FHIR document that can be given to approved research: a document Bundle, whose first entry is the Composition. A clinic does not submit it; it submits the Composition and the records."
* identifier.system = "https://ehr.riverside.example/sid/case-report-document"
* identifier.value = "CR-2026-01"
* type = #document
* timestamp = "2026-11-02T15:00:00Z"
* insert DocumentEntry(Composition, case-report-gb-1)
* insert DocumentEntry(Patient, patient-gb-1)
* insert DocumentEntry(Organization, clinic-gb-0001)
* insert DocumentEntry(EpisodeOfCare, course-gb-1)
* insert DocumentEntry(Condition, comorbidity-gb-1)
* insert DocumentEntry(MedicationStatement, concomitant-medication-gb-1)
* insert DocumentEntry(Encounter, session-gb-1)
* insert DocumentEntry(MedicationAdministration, administration-gb-1)
* insert DocumentEntry(Encounter, session-gb-2)
* insert DocumentEntry(MedicationAdministration, administration-gb-2)
* insert DocumentEntry(MedicationDispense, supply-gb-1)
* insert DocumentEntry(AdverseEvent, adverse-event-gb-2)
* insert DocumentEntry(Observation, icsi-before-gb-1)
* insert DocumentEntry(Observation, madrs-before-gb-1)
* insert DocumentEntry(Observation, madrs-next-day-gb-1)
* insert DocumentEntry(Consent, sharing-consent-gb-1)
