Instance: finding-capacity-not-assessed
InstanceOf: PracticeFinding
Usage: #example
Title: "Capacity Not Assessed"
Description: "The treatment consent says that capacity was not assessed (R16)."
* identifier.system = "https://ketamine-registry.example/fhir/sid/finding"
* identifier.value = "capacity-not-assessed:treatment-consent-de-1"
* extension[ruleSet].valueCanonical = "https://ketamine-registry.example/fhir/PlanDefinition/practice-rule-set-de|1.1.0"
* status = #final
* code = PracticeRuleCS#capacity-not-assessed "Capacity not assessed"
* severity = #high
* patient.reference = "Patient/patient-de-1"
* identifiedDateTime = "2026-10-06T02:00:00Z"
* implicated.reference = "Consent/treatment-consent-de-1"
* mitigation[0].action = FindingDecisionCS#clinic-asked "Clinic asked"
* mitigation[=].date = "2026-10-07T09:30:00Z"
* mitigation[+].action = FindingDecisionCS#records-wrong "Records wrong"
* mitigation[=].date = "2026-10-09T14:00:00Z"
