// The defects that are written by hand, one list for each profile. Each is [rule, what, example, change, location]:
// `example` names a valid example, `change` is one of without, having and adding, and `location` is where the
// validator reports the defect, without indices.

export const without = (path) => ({ kind: 'without', path });
export const having = (path, value) => ({ kind: 'having', path, value });
export const adding = (path, value) => ({ kind: 'adding', path, value });

const canonical = 'https://ketamine-registry.example/fhir';
const own = (system, code) => ({ system: `${canonical}/CodeSystem/${system}`, code });
const extension = (name, value) => ({ url: `${canonical}/StructureDefinition/${name}`, ...value });
const ncit = (code) => ({ coding: [{ system: 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl', code }] });

const administration = 'MedicationAdministration-administration-gb-2';
const administrationWithLot = 'MedicationAdministration-administration-gb-1';
const adverseEvent = 'AdverseEvent-adverse-event-gb-1';
const bloodPressure = 'Observation-blood-pressure-before-gb-1';
const ruleSet = 'PlanDefinition-practice-rule-set-xx';
const sharingConsent = 'Consent-sharing-consent-gb-1';
const treatmentConsent = 'Consent-treatment-consent-gb-1';

const withoutTimeOfDay = '2026-09-14';

const scoreOf = (instrument, value) => [
  having('code.coding[0]', own('instrument-cs', instrument)), having('valueInteger', value),
];

const wrongVitalSigns = (example, key, value, unit) => [
  ...wrongKindOfVitalSign(example),
  [key, 'too-low', example, having('valueQuantity.value', 1), 'Observation.value.ofType(Quantity)'],
  [key, 'too-high', example, having('valueQuantity.value', value), 'Observation.value.ofType(Quantity)'],
  ['pattern', 'wrong-unit', example, having('valueQuantity.code', unit), 'Observation.value.ofType(Quantity).code'],
  ['krn-obs-1', 'without-time', example, having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
];

const wrongKindOfVitalSign = (example) => [
  ['required', 'loinc-code', example, having('code.coding[0].code', '8302-2'), 'Observation.code'],
  ['required', 'category-of-vital-signs', example, having('category[0].coding[0].code', 'exam'), 'Observation'],
];

const wrongScore = (example, key, value) => [
  [key, 'negative', example, having('valueInteger', -1), 'Observation.value.ofType(integer)'],
  [key, 'too-high', example, having('valueInteger', value), 'Observation.value.ofType(integer)'],
  ['type', 'fraction', example, [without('valueInteger'), having('valueQuantity', { value: 1.5 })], 'Observation.value.ofType(Quantity)'],
  ['krn-obs-1', 'without-time', example, having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
];

const wrongTiming = (example) => [
  ['binding', 'session-timing', example, having('extension(session-timing).valueCode', 'later'), 'Observation.extension.value.ofType(code)'],
];

const wrongProduct = (example, type) => [
  ['required', 'substance-in-the-own-system', example, having('medicationCodeableConcept.coding', [{ system: 'http://snomed.info/sct', code: '373464007' }]), `${type}.medication.ofType(CodeableConcept)`],
  ['krn-med-1', 'contained-patient', example, adding('contained', { resourceType: 'Patient', id: 'person' }), `${type}.contained`],
  ['krn-med-3', 'product-without-system', example, adding('medicationCodeableConcept.coding', { code: 'N01AX03' }), `${type}.medication.ofType(CodeableConcept)`],
  ['krn-med-2', 'medication-not-contained', example, [without('medicationCodeableConcept'), having('medicationReference', { reference: 'Medication/elsewhere' })], `${type}.medication.ofType(Reference)`],
];

export const cases = {
  'ketamine-patient': [
    ['krn-pat-1', 'no-pseudonym', 'Patient-patient-de-1', having('identifier[0].system', 'https://fhir.nhs.uk/Id/nhs-number'), 'Patient'],
    ['slicing', 'national-identifier', 'Patient-patient-de-1', adding('identifier', { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9000000009' }), 'Patient.identifier'],
    ['krn-pat-2', 'full-birth-date', 'Patient-patient-gb-1', having('birthDate', '1978-05-17'), 'Patient.birthDate'],
    ['krn-pat-2', 'month-of-birth', 'Patient-patient-gb-1', having('birthDate', '1978-05'), 'Patient.birthDate'],
    ['krn-pat-3', 'upper-case', 'Patient-patient-gb-1', having('identifier[0].value', 'A'.repeat(64)), 'Patient.identifier.value'],
    ['krn-pat-3', 'national-number', 'Patient-patient-gb-1', having('identifier[0].value', '9000000009'), 'Patient.identifier.value'],
    ['krn-pat-4', 'too-short', 'Patient-patient-de-1', having('identifier[0].value', '8831'), 'Patient.identifier.value'],
    ['krn-pat-4', 'with-a-name', 'Patient-patient-de-1', having('identifier[0].value', 'Max Mustermann'), 'Patient.identifier.value'],
    ['forbidden', 'contained-person', 'Patient-patient-gb-1', adding('contained', { resourceType: 'RelatedPerson', id: 'relative', patient: { reference: 'Patient/patient-gb-1' } }), 'Patient'],
  ],
  'ketamine-clinic': [
    ['krn-cli-1', 'country-in-words', 'Organization-clinic-gb-0001', having('address[0].country', 'United Kingdom'), 'Organization.address.country'],
    ['krn-cli-2', 'no-country', 'Organization-clinic-gb-0001', having('identifier[0].value', '0001'), 'Organization.identifier.value'],
    ['required', 'accreditation-start', 'Organization-clinic-gb-0001', without('extension(accreditation).extension(period).valuePeriod.start'), 'Organization.extension.extension.value.ofType(Period)'],
    ['required', 'accrediting-body', 'Organization-clinic-gb-0001', without('extension(accreditation).extension(accreditingBody)'), 'Organization.extension'],
    ['required', 'accreditation-period', 'Organization-clinic-gb-0001', without('extension(accreditation).extension(period)'), 'Organization.extension'],
    ['required', 'oversight-body-name', 'Organization-clinic-de-0001', without('extension(oversight-body).extension(name)'), 'Organization.extension'],
  ],
  'ketamine-treatment-course': [
    ['binding', 'indication', 'EpisodeOfCare-course-gb-1', having('extension(indication).valueCodeableConcept.coding[0].code', 'wellness'), 'EpisodeOfCare.extension.value.ofType(CodeableConcept)'],
    ['binding', 'prior-treatment', 'EpisodeOfCare-course-gb-1', having('extension(prior-treatment).valueCodeableConcept.coding[0].code', 'crystals'), 'EpisodeOfCare.extension.value.ofType(CodeableConcept)'],
    ['binding', 'funding', 'EpisodeOfCare-course-gb-1', having('extension(funding).valueCode', 'voucher'), 'EpisodeOfCare.extension.value.ofType(code)'],
    ['type', 'failed-treatments-in-words', 'EpisodeOfCare-course-gb-1', [without('extension(failed-treatments).valueUnsignedInt'), having('extension(failed-treatments).valueString', 'four')], 'EpisodeOfCare.extension.value.ofType(string)'],
    ['per-1', 'ends-before-it-begins', 'EpisodeOfCare-course-de-1', having('period.end', '2026-09-01'), 'EpisodeOfCare.period'],
  ],
  'ketamine-session': [
    ['krn-ses-1', 'finished-without-end', 'Encounter-session-gb-1', without('period.end'), 'Encounter'],
    ['krn-ses-2', 'start-without-time', 'Encounter-session-gb-1', having('period.start', withoutTimeOfDay), 'Encounter.period.start'],
    ['krn-ses-2', 'fit-to-leave-without-time', 'Encounter-session-gb-1', having('extension(fit-to-leave).valueDateTime', withoutTimeOfDay), 'Encounter.extension.value.ofType(dateTime)'],
    ['per-1', 'ends-before-it-begins', 'Encounter-session-gb-1', having('period.end', '2026-09-14T08:00:00+01:00'), 'Encounter.period'],
  ],
  'ketamine-medication-administration': [
    ['krn-adm-1', 'stopped-without-reason', administration, without('extension(stop-reason)'), 'MedicationAdministration'],
    ['krn-adm-2', 'negative-dose', administration, having('dosage.dose.value', -19.25), 'MedicationAdministration.dosage.dose'],
    ['krn-adm-2', 'zero-dose', administration, having('dosage.dose.value', 0), 'MedicationAdministration.dosage.dose'],
    ['krn-adm-2', 'implausible-dose', administration, having('dosage.dose.value', 35000), 'MedicationAdministration.dosage.dose'],
    ['krn-adm-3', 'completed-without-end', administrationWithLot, without('effectivePeriod.end'), 'MedicationAdministration'],
    ['krn-adm-3', 'stopped-without-end', administration, without('effectivePeriod.end'), 'MedicationAdministration'],
    ['krn-adm-4', 'start-without-time', administration, having('effectivePeriod.start', '2026-09-17'), 'MedicationAdministration.effective.ofType(Period).start'],
    ['krn-adm-5', 'negative-rate', administration, having('dosage.rateQuantity.value', -1), 'MedicationAdministration.dosage.rate.ofType(Quantity)'],
    ['per-1', 'ends-before-it-begins', administration, having('effectivePeriod.end', '2026-09-17T09:40:00+01:00'), 'MedicationAdministration.effective.ofType(Period)'],
    ['pattern', 'dose-in-grams', administration, having('dosage.dose.code', 'g'), 'MedicationAdministration.dosage.dose.code'],
    ['pattern', 'dose-per-kilogram', administration, having('dosage.dose.code', 'mg/kg'), 'MedicationAdministration.dosage.dose.code'],
    ['type', 'moment-of-administration', administration, [without('effectivePeriod'), having('effectiveDateTime', '2026-09-17T09:50:00+01:00')], 'MedicationAdministration.effective.ofType(dateTime)'],
    ['binding', 'stop-reason', administration, having('extension(stop-reason).valueCodeableConcept.coding[0].code', 'bored'), 'MedicationAdministration.extension.value.ofType(CodeableConcept)'],
    ['binding', 'status-on-hold', administration, having('status', 'on-hold'), 'MedicationAdministration.status'],
    ['binding', 'route-of-snomed-ct', administration, having('dosage.route.coding[0].code', '54471007'), 'MedicationAdministration.dosage.route'],
    ['required', 'number-of-the-lot', administrationWithLot, without('contained[0].batch.lotNumber'), 'MedicationAdministration.contained.batch'],
    ['required', 'substance-of-the-lot', administrationWithLot, without('contained[0].code.coding[0]'), 'MedicationAdministration.contained.code'],
    ['forbidden', 'lot-with-words', administrationWithLot, having('contained[0].code.text', 'ketamine'), 'MedicationAdministration.contained.code'],
    ...wrongProduct(administration, 'MedicationAdministration'),
  ],
  'ketamine-take-home-supply': [
    ['krn-sup-1', 'negative-quantity', 'MedicationDispense-supply-de-1', having('quantity.value', -200), 'MedicationDispense.quantity'],
    ['krn-sup-1', 'implausible-quantity', 'MedicationDispense-supply-de-1', having('quantity.value', 200000), 'MedicationDispense.quantity'],
    ['krn-sup-2', 'no-days', 'MedicationDispense-supply-de-1', having('daysSupply.value', 0), 'MedicationDispense.daysSupply'],
    ['krn-sup-3', 'negative-dose', 'MedicationDispense-supply-de-1', having('dosageInstruction[0].doseAndRate[0].doseQuantity.value', -50), 'MedicationDispense.dosageInstruction.doseAndRate.dose.ofType(Quantity)'],
    ['krn-sup-4', 'timing-in-words', 'MedicationDispense-supply-de-1', having('dosageInstruction[0].timing', { code: { text: 'whenever it gets bad' } }), 'MedicationDispense.dosageInstruction'],
    ['pattern', 'quantity-in-tablets', 'MedicationDispense-supply-de-1', having('quantity.code', '{tbl}'), 'MedicationDispense.quantity.code'],
    ['pattern', 'days-in-weeks', 'MedicationDispense-supply-de-1', having('daysSupply.code', 'wk'), 'MedicationDispense.daysSupply.code'],
    ['mdd-1', 'handed-over-before-prepared', 'MedicationDispense-supply-de-1', having('whenPrepared', '2026-11-13'), 'MedicationDispense'],
    ...wrongProduct('MedicationDispense-supply-de-1', 'MedicationDispense'),
  ],
  'ketamine-adverse-event': [
    ['krn-ae-1', 'code-of-another-system-alone', adverseEvent, having('event.coding', [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'F48.1' }]), 'AdverseEvent.event'],
    ['krn-ae-1', 'unknown-own-code', adverseEvent, having('event.coding[0].code', 'euphoria'), 'AdverseEvent.event'],
    ['krn-ae-2', 'serious-without-criterion', 'AdverseEvent-adverse-event-de-1', without('extension(seriousness-criterion)'), 'AdverseEvent'],
    ['krn-ae-2', 'criterion-but-not-serious', adverseEvent, adding('extension', extension('seriousness-criterion', { valueCodeableConcept: ncit('C84266') })), 'AdverseEvent'],
    ['krn-ae-3', 'resolved-without-date', adverseEvent, without('extension(resolution-date)'), 'AdverseEvent'],
    ['krn-ae-4', 'resolved-before-it-began', adverseEvent, having('extension(resolution-date).valueDateTime', '2026-09-14T10:00:00+01:00'), 'AdverseEvent'],
    ['krn-med-1', 'contained-patient', adverseEvent, adding('contained', { resourceType: 'Patient', id: 'person' }), 'AdverseEvent.contained'],
    ['pattern', 'potential-event', adverseEvent, having('actuality', 'potential'), 'AdverseEvent.actuality'],
    ['binding', 'seriousness-in-lower-case', adverseEvent, having('seriousness.coding[0].code', 'non-serious'), 'AdverseEvent.seriousness'],
    ['binding', 'seriousness-criterion', 'AdverseEvent-adverse-event-de-1', having('extension(seriousness-criterion).valueCodeableConcept.coding[0].code', 'C99999'), 'AdverseEvent.extension.value.ofType(CodeableConcept)'],
    ['binding', 'ctcae-grade', 'AdverseEvent-adverse-event-de-1', having('extension(ctcae-grade).valueCodeableConcept.coding[0].code', 'C99999'), 'AdverseEvent.extension.value.ofType(CodeableConcept)'],
  ],
  'ketamine-treatment-consent': [
    ['krn-con-1', 'capacity-without-date', treatmentConsent, without('extension(capacity).extension(assessedOn)'), 'Consent.extension'],
    ['krn-con-2', 'withdrawn-without-end', 'Consent-treatment-consent-de-2', without('provision.period.end'), 'Consent'],
    ['krn-con-3', 'information-sheet-without-version', treatmentConsent, having('extension(information-sheet).valueCanonical', `${canonical}/Library/patient-information-sheet`), 'Consent.extension.value.ofType(canonical)'],
    ['required', 'capacity-finding', treatmentConsent, without('extension(capacity).extension(finding)'), 'Consent.extension'],
    ['binding', 'capacity-finding', treatmentConsent, having('extension(capacity).extension(finding).valueCode', 'fluctuating'), 'Consent.extension.extension.value.ofType(code)'],
    ['binding', 'advocate-present', treatmentConsent, having('extension(advocate-present).valueCode', 'maybe'), 'Consent.extension.value.ofType(code)'],
    ['binding', 'representative', treatmentConsent, adding('extension', extension('representative', { valueCode: 'friend' })), 'Consent.extension.value.ofType(code)'],
    ['forbidden', 'scanned-signature', treatmentConsent, having('sourceAttachment', { contentType: 'application/pdf', data: 'JVBERi0=' }), 'Consent'],
  ],
  'registry-sharing-consent': [
    ['krn-con-1', 'capacity-without-date', sharingConsent, without('extension(capacity).extension(assessedOn)'), 'Consent.extension'],
    ['pattern', 'permit-at-the-root', sharingConsent, having('provision.type', 'permit'), 'Consent.provision.type'],
    ['binding', 'purpose', sharingConsent, having('provision.provision[0].purpose[0].code', 'marketing'), 'Consent.provision.provision.purpose'],
    ['forbidden', 'six-purposes', sharingConsent, adding('provision.provision', { type: 'deny', purpose: [own('registry-purpose-cs', 'supply-check')] }), 'Consent.provision'],
    ['forbidden', 'scanned-signature', sharingConsent, having('sourceAttachment', { contentType: 'application/pdf', data: 'JVBERi0=' }), 'Consent'],
  ],
  'ketamine-blood-pressure': [
    ['krn-bp-1', 'systolic-too-high', bloodPressure, having('component[0].valueQuantity.value', 1240), 'Observation.component.value.ofType(Quantity)'],
    ['krn-bp-1', 'diastolic-too-low', bloodPressure, having('component[1].valueQuantity.value', 7), 'Observation.component.value.ofType(Quantity)'],
    ...wrongKindOfVitalSign(bloodPressure),
    ['required', 'diastolic-code', bloodPressure, having('component[1].code.coding[0].code', '8478-0'), 'Observation'],
    ['krn-bp-2', 'diastolic-above-systolic', bloodPressure, having('component[1].valueQuantity.value', 130), 'Observation'],
    ['krn-obs-1', 'without-time', bloodPressure, having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
    ['pattern', 'kilopascal', bloodPressure, having('component[0].valueQuantity.code', 'kPa'), 'Observation.component.value.ofType(Quantity).code'],
    ...wrongTiming(bloodPressure),
  ],
  'ketamine-heart-rate': [
    ...wrongVitalSigns('Observation-heart-rate-before-gb-1', 'krn-vit-1', 720, '/s'),
    ...wrongTiming('Observation-heart-rate-before-gb-1'),
  ],
  'ketamine-oxygen-saturation': [
    ...wrongVitalSigns('Observation-oxygen-saturation-during-gb-1', 'krn-vit-2', 101, '1'),
    ...wrongTiming('Observation-oxygen-saturation-during-gb-1'),
  ],
  'ketamine-body-weight': [
    ...wrongVitalSigns('Observation-body-weight-gb-1', 'krn-vit-3', 7000, '[lb_av]'),
    ...wrongTiming('Observation-body-weight-gb-1'),
  ],
  'ketamine-sedation-score': [
    ...wrongScore('Observation-sedation-during-gb-1', 'krn-sed-1', 6),
    ...wrongTiming('Observation-sedation-during-gb-1'),
  ],
  'ketamine-dissociation-score': [
    ...wrongScore('Observation-dissociation-during-gb-1', 'krn-dis-1', 77),
    ...wrongTiming('Observation-dissociation-during-gb-1'),
  ],
  'depression-score': [
    ['krn-dep-1', 'madrs-too-high', 'Observation-madrs-before-gb-1', having('valueInteger', 61), 'Observation'],
    ['krn-dep-1', 'madrs-negative', 'Observation-madrs-before-gb-1', having('valueInteger', -1), 'Observation'],
    ['krn-dep-2', 'qids-sr16-too-high', 'Observation-madrs-before-gb-1', scoreOf('qids-sr16-total', 28), 'Observation'],
    ['krn-dep-3', 'ham-d17-too-high', 'Observation-madrs-before-gb-1', scoreOf('ham-d17-total', 53), 'Observation'],
    ['krn-dep-4', 'phq-9-too-high', 'Observation-phq-9-de-1', having('valueInteger', 28), 'Observation'],
    ['krn-dep-5', 'recall-period-negative', 'Observation-madrs-before-gb-1', having('extension(recall-period).valueDuration.value', -1), 'Observation.extension.value.ofType(Duration)'],
    ['krn-dep-5', 'recall-period-too-long', 'Observation-madrs-before-gb-1', having('extension(recall-period).valueDuration.value', 365), 'Observation.extension.value.ofType(Duration)'],
    ['binding', 'recall-period-in-weeks', 'Observation-madrs-before-gb-1', having('extension(recall-period).valueDuration.code', 'wk'), 'Observation.extension.value.ofType(Duration).code'],
    ['krn-obs-1', 'without-time', 'Observation-madrs-before-gb-1', having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
    ['krn-obs-2', 'sentence-as-version', 'Observation-madrs-next-day-gb-1', having('extension(instrument-version).valueString', 'Patient felt much better, she said!'), 'Observation.extension.value.ofType(string)'],
    ['binding', 'other-loinc-code', 'Observation-phq-9-de-1', having('code.coding[0].code', '44249-1'), 'Observation.code'],
  ],
  'anxiety-score': [
    ['krn-anx-1', 'gad-7-too-high', 'Observation-gad-7-de-1', having('valueInteger', 22), 'Observation'],
    ['krn-anx-1', 'gad-7-negative', 'Observation-gad-7-de-1', having('valueInteger', -1), 'Observation'],
    ['krn-anx-2', 'ham-a-too-high', 'Observation-ham-a-gb-1', having('valueInteger', 57), 'Observation'],
    ['krn-dep-5', 'recall-period-negative', 'Observation-gad-7-de-1', having('extension(recall-period).valueDuration.value', -1), 'Observation.extension.value.ofType(Duration)'],
    ['krn-obs-1', 'without-time', 'Observation-gad-7-de-1', having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
  ],
  'bladder-symptom-score': [
    ['krn-bla-1', 'icsi-too-high', 'Observation-icsi-before-gb-1', having('valueInteger', 21), 'Observation'],
    ['krn-bla-1', 'icsi-negative', 'Observation-icsi-before-gb-1', having('valueInteger', -1), 'Observation'],
    ['krn-bla-2', 'icpi-too-high', 'Observation-icpi-before-gb-1', having('valueInteger', 17), 'Observation'],
    ['krn-dep-5', 'recall-period-too-long', 'Observation-icsi-before-gb-1', having('extension(recall-period).valueDuration.value', 365), 'Observation.extension.value.ofType(Duration)'],
    ['krn-obs-1', 'without-time', 'Observation-icsi-before-gb-1', having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
  ],
  'practice-finding': [
    ['krn-fin-1', 'rule-set-without-version', 'DetectedIssue-finding-accreditation-lapsed', having('extension(rule-set).valueCanonical', `${canonical}/PlanDefinition/practice-rule-set-de`), 'DetectedIssue.extension.value.ofType(canonical)'],
    ['type', 'period-of-identification', 'DetectedIssue-finding-accreditation-lapsed', [without('identifiedDateTime'), having('identifiedPeriod', { start: '2026-10-06' })], 'DetectedIssue.identified.ofType(Period)'],
  ],
  'submission-receipt': [
    ['krn-rcp-1', 'rejected-without-outcome', 'Task-receipt-completed', having('status', 'rejected'), 'Task'],
    ['krn-rcp-2', 'completed-without-records', 'Task-receipt-rejected', having('status', 'completed'), 'Task'],
    ['krn-rcp-3', 'contained-patient', 'Task-receipt-completed', adding('contained', { resourceType: 'Patient', id: 'person' }), 'Task.contained'],
    ['slicing', 'output-of-another-kind', 'Task-receipt-completed', having('output[0].type.coding[0].code', 'note'), 'Task.output'],
    ['binding', 'status-draft', 'Task-receipt-completed', having('status', 'draft'), 'Task.status'],
  ],
  'practice-rule-set': [
    ['krn-prs-1', 'dose-rule-without-limit', ruleSet, without('action(dose-above-limit).extension'), 'PlanDefinition.action'],
    ['krn-prs-2', 'reflection-rule-without-limit', ruleSet, without('action(reflection-interval-short).extension'), 'PlanDefinition.action'],
    ['krn-prs-2', 'interval-rule-without-limit', ruleSet, without('action(session-interval-short).extension'), 'PlanDefinition.action'],
    ['krn-prs-3', 'take-home-rule-without-limit', ruleSet, without('action(take-home-above-limit).extension'), 'PlanDefinition.action'],
    ['krn-prs-4', 'monitoring-rule-without-measurement', ruleSet, without('action(monitoring-incomplete).extension'), 'PlanDefinition.action'],
    ['krn-prs-5', 'negative-dose-limit', ruleSet, having('action(dose-above-limit).extension[0].extension(maximum).valueQuantity.value', -1), 'PlanDefinition.action.extension.extension.value.ofType(Quantity)'],
    ['krn-prs-5', 'no-interval', ruleSet, having('action(session-interval-short).extension[0].valueDuration.value', 0), 'PlanDefinition.action.extension.value.ofType(Duration)'],
    ['krn-cli-1', 'jurisdiction-in-lower-case', ruleSet, having('jurisdiction[0].coding[0].code', 'xx'), 'PlanDefinition.jurisdiction.coding.code'],
    ['krn-prs-6', 'jurisdiction-of-another-system', ruleSet, having('jurisdiction[0].coding[0].system', 'http://example.org/countries'), 'PlanDefinition.jurisdiction.coding.system'],
    ['binding', 'dose-limit-substance', ruleSet, having('action(dose-above-limit).extension[0].extension(substance).valueCode', 'ketamine'), 'PlanDefinition.action.extension.extension.value.ofType(code)'],
    ['binding', 'dose-limit-route', ruleSet, having('action(dose-above-limit).extension[0].extension(route).valueCoding.code', '54471007'), 'PlanDefinition.action.extension.extension.value.ofType(Coding)'],
    ['binding', 'dose-limit-unit', ruleSet, having('action(dose-above-limit).extension[0].extension(maximum).valueQuantity.code', 'g'), 'PlanDefinition.action.extension.extension.value.ofType(Quantity).code'],
    ['pattern', 'quantity-limit-unit', ruleSet, having('action(take-home-above-limit).extension[0].extension(maximum).valueQuantity.code', 'g'), 'PlanDefinition.action.extension.extension.value.ofType(Quantity).code'],
    ['binding', 'interval-unit', ruleSet, having('action(session-interval-short).extension[0].valueDuration.code', 'mo'), 'PlanDefinition.action.extension.value.ofType(Duration).code'],
    ['binding', 'lawful-basis', ruleSet, having('extension(lawful-basis).valueCode', 'habit'), 'PlanDefinition.extension.value.ofType(code)'],
    ['required', 'quantity-limit-route', ruleSet, without('action(take-home-above-limit).extension[0].extension(route)'), 'PlanDefinition.action.extension'],
  ],
};
