Instance: finding-accreditation-lapsed
InstanceOf: PracticeFinding
Usage: #example
Title: "Accreditation Lapsed"
Description: "The clinic had no accreditation in force on the day of the session (R11)."
* identifier.system = "https://ketamine-registry.example/fhir/sid/finding"
* identifier.value = "accreditation-lapsed:session-de-1"
* extension[ruleSet].valueCanonical = "https://ketamine-registry.example/fhir/PlanDefinition/practice-rule-set-de|1.1.0"
* status = #final
* code = PracticeRuleCS#accreditation-lapsed "Accreditation lapsed"
* severity = #moderate
* patient.reference = "Patient/patient-de-1"
* identifiedDateTime = "2026-10-06T02:00:00Z"
* implicated[0].reference = "Encounter/session-de-1"
* implicated[1].reference = "Organization/clinic-de-0001"
