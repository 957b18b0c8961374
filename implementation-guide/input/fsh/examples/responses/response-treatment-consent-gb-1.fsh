Instance: response-treatment-consent-gb-1
InstanceOf: QuestionnaireResponse
Usage: #example
Title: "Treatment Consent, Filled in"
Description: "A consent in writing after a week of reflection, with an advocate present."
* insert Response(treatment-consent, riverside, F-2026-0044, Patient/patient-gb-1, [[2026-09-07T10:45:00+01:00]])
* insert Answers(item, consent)
* insert Answer(item[=].item, consent.clinic, [[valueReference.reference = "Organization/clinic-gb-0001"]])
* insert Answers(item[=].item, information)
* insert Answer(item[=].item[=].item, information.consultation, [[valueDate = "2026-08-31"]])
* insert Answer(item[=].item[=].item, information.options, valueBoolean = true)
* insert Answer(item[=].item[=].item, information.sheet, [[valueString = "1.0.0"]])
* insert Answer(item[=].item[=].item, information.confirmed, valueBoolean = true)
* insert Answers(item[=].item, capacity)
* insert Answer(item[=].item[=].item, capacity.finding, [[valueCoding = CapacityFindingCS#has-capacity "Has capacity"]])
* insert Answer(item[=].item[=].item, capacity.assessed-on, [[valueDate = "2026-09-07"]])
* insert Answer(item[=].item[=].item, capacity.represented, valueBoolean = false)
* insert Answer(item[=].item[=].item, capacity.free, valueBoolean = true)
* insert Answer(item[=].item[=].item, capacity.advocate, [[valueCoding = AdvocatePresenceCS#yes "Yes"]])
* insert Answers(item[=].item, decision)
* insert Answer(item[=].item[=].item, decision.time, [[valueDateTime = "2026-09-07T10:30:00+01:00"]])
* insert Answer(item[=].item[=].item, decision.type, [[valueCoding = http://hl7.org/fhir/consent-provision-type#permit "Opt In"]])
* insert Answer(item[=].item[=].item, decision.written, valueBoolean = true)
* insert Answer(item[=].item[=].item, decision.from, [[valueDate = "2026-09-07"]])
