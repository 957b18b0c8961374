// Builds the records of the story: resources as a clinic's system sends them, and the bundles that carry them.

import { createHash } from 'node:crypto';

const canonical = 'https://ketamine-registry.example/fhir';
const sid = (name) => `${canonical}/sid/${name}`;
const extension = (id, value) => ({ url: `${canonical}/StructureDefinition/${id}`, ...value });
const concept = (system, code) => ({ coding: [{ system, code }] });
const own = (codeSystem, code) => concept(`${canonical}/CodeSystem/${codeSystem}-cs`, code);
const quantity = (value, code, unit = code) => ({ value, unit, system: 'http://unitsofmeasure.org', code });
const hl7 = (codeSystem, code) => concept(`http://terminology.hl7.org/CodeSystem/${codeSystem}`, code);
const ncit = (code) => concept('http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl', code);
const present = (list) => list.filter((item) => item !== undefined && item !== false);

/** The routes of the story. */
export const intravenous = { system: 'http://snomed.info/sct', code: '47625008' };
export const nasal = { system: 'http://snomed.info/sct', code: '46713006' };
export const oral = { system: 'http://snomed.info/sct', code: '26643006' };

/** A clinic and its record system, which numbers what it sends. */
export function clinic(name, number, country, zone) {
  const submissions = { count: 0 };
  return {
    name,
    country,
    zone,
    reference: { reference: `Organization?identifier=${sid('clinic')}|${number}` },
    number,
    system: (kind) => `https://ehr.${name}.example/sid/${kind}`,
    nextSubmission: () => `story-${++submissions.count}`,
  };
}

/** A stable identifier for an entry: the same record has the same one in each build. */
function uuid(...parts) {
  const hex = createHash('sha256').update(parts.join(' ')).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A moment at a clinic: a day, a time of day, and the clinic's offset from UTC on that day. */
export function at(place, day, time) {
  return `${day}T${time}:00${place.zone(day)}`;
}

/**
 * What a clinic sends at a time: a transaction of records, each created or corrected by its identifier. What refers to a
 * record of the same bundle does so by the entry's fullUrl.
 */
export function bundle(place, sentAt, records) {
  const fullUrls = new Map(records.map((resource) => [to(resource).reference, uuid(to(resource).reference)]));
  const within = (key, value) => (key === 'reference' ? fullUrls.get(value) ?? value : value);
  return {
    resourceType: 'Bundle',
    identifier: { system: place.system('submission'), value: place.nextSubmission() },
    type: 'transaction',
    timestamp: sentAt,
    entry: records.map((resource) => ({
      fullUrl: fullUrls.get(to(resource).reference),
      resource: JSON.parse(JSON.stringify(resource, within)),
      request: { method: 'PUT', url: to(resource).reference },
    })),
  };
}

/** A reference to what is on record, by its first identifier: of a patient the clinic's own, which no other clinic has. */
export function to(resource) {
  const [{ system, value }] = [resource.identifier].flat();
  return { reference: `${resource.resourceType}?identifier=${system}|${value}` };
}

export function registration(place, details) {
  return {
    resourceType: 'Organization',
    extension: [
      extension('oversight-body', { extension: [{ url: 'name', valueString: details.oversight }] }),
      extension('accreditation', { extension: [
        { url: 'accreditingBody', valueString: details.accreditedBy },
        { url: 'period', valuePeriod: { start: '2024-01-01' } },
      ] }),
    ],
    identifier: [{ system: sid('clinic'), value: place.number }],
    active: true,
    name: details.title,
    address: [{ country: place.country }],
  };
}

export function patient(place, pseudonym, registryPseudonym) {
  return {
    resourceType: 'Patient',
    identifier: [
      { system: sid('clinic-pseudonym'), value: pseudonym },
      { system: sid('registry-pseudonym'), value: registryPseudonym },
    ],
    gender: 'female',
    birthDate: '1984',
    managingOrganization: place.reference,
  };
}

export function prescriber(place, number) {
  return {
    resourceType: 'PractitionerRole',
    identifier: [{ system: sid('clinic-prescriber'), value: number }],
    active: true,
    organization: place.reference,
    code: [own('prescriber-profession', 'psychiatrist')],
  };
}

export function course(place, person, number, { start, end, failed, prior, funding, incentive = false }) {
  return {
    resourceType: 'EpisodeOfCare',
    extension: [
      extension('indication', { valueCodeableConcept: own('treatment-indication', 'treatment-resistant-depression') }),
      extension('failed-treatments', { valueUnsignedInt: failed }),
      ...prior.map((code) => extension('prior-treatment', { valueCodeableConcept: own('prior-treatment', code) })),
      extension('funding', { valueCode: funding }),
      extension('incentive-offered', { valueBoolean: incentive }),
    ],
    identifier: [{ system: place.system('course'), value: number }],
    status: end ? 'finished' : 'active',
    type: [own('record-kind', 'ketamine-treatment-course')],
    patient: to(person),
    managingOrganization: place.reference,
    period: { start, end },
  };
}

export function treatmentConsent(place, person, number, { consultation, decided, status = 'active', end, sheet = '1.0.0' }) {
  return {
    resourceType: 'Consent',
    extension: [
      extension('consultation-date', { valueDate: consultation }),
      extension('information-sheet', { valueCanonical: `${canonical}/Library/patient-information-sheet|${sheet}` }),
      capacity(decided),
      extension('written', { valueBoolean: true }),
      extension('options-discussed', { valueBoolean: true }),
      extension('advocate-present', { valueCode: 'yes' }),
    ],
    identifier: [{ system: place.system('consent'), value: number }],
    status,
    scope: hl7('consentscope', 'treatment'),
    category: [own('consent-category', 'ketamine-treatment')],
    patient: to(person),
    dateTime: decided,
    organization: [place.reference],
    policyRule: own('consent-policy', 'ketamine-treatment-consent'),
    provision: { type: 'permit', period: { start: decided.slice(0, 10), end } },
  };
}

const capacity = (decided) => extension('capacity', { extension: [
  { url: 'finding', valueCode: 'has-capacity' }, { url: 'assessedOn', valueDate: decided.slice(0, 10) },
] });

/** A decision about sharing: for each purpose permit or deny. */
export function sharingConsent(place, person, number, decided, decisions) {
  return {
    resourceType: 'Consent',
    extension: [capacity(decided)],
    identifier: [{ system: place.system('consent'), value: number }],
    status: 'active',
    scope: hl7('consentscope', 'patient-privacy'),
    category: [own('consent-category', 'registry-sharing')],
    patient: to(person),
    dateTime: decided,
    organization: [place.reference],
    policyRule: own('consent-policy', 'registry-sharing-consent'),
    provision: {
      type: 'deny',
      provision: Object.entries(decisions).map(([purpose, type]) => ({
        type, purpose: [{ system: `${canonical}/CodeSystem/registry-purpose-cs`, code: purpose }],
      })),
    },
  };
}

export function comorbidity(place, person, number, code, { onset, recorded, status = 'active' }) {
  return {
    resourceType: 'Condition',
    identifier: [{ system: place.system('condition'), value: number }],
    clinicalStatus: hl7('condition-clinical', status),
    verificationStatus: hl7('condition-ver-status', 'confirmed'),
    code: own('comorbidity', code),
    subject: to(person),
    onsetDateTime: onset,
    recordedDate: recorded,
  };
}

export function concomitant(place, person, number, code, start, asserted) {
  return {
    resourceType: 'MedicationStatement',
    identifier: [{ system: place.system('medication'), value: number }],
    status: 'active',
    medicationCodeableConcept: own('medication-class', code),
    subject: to(person),
    effectivePeriod: { start },
    dateAsserted: asserted,
  };
}

export function review(place, person, series, by, number, day, decision) {
  return {
    resourceType: 'Encounter',
    extension: [extension('review-decision', { valueCode: decision })],
    identifier: [{ system: place.system('review'), value: number }],
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    type: [own('record-kind', 'prescriber-review')],
    subject: to(person),
    episodeOfCare: [to(series)],
    participant: [{ individual: to(by) }],
    period: { start: at(place, day, '14:00'), end: at(place, day, '14:30') },
    serviceProvider: place.reference,
  };
}

/** A session with its administration and the monitoring around it. */
export function session(place, person, series, number, day, given) {
  const moment = (time) => at(place, day, time);
  const stopped = given.stopped !== undefined;
  const visit = {
    resourceType: 'Encounter',
    extension: [
      extension('session-number', { valuePositiveInt: given.count }),
      extension('fit-to-leave', { valueDateTime: moment('12:10') }),
    ],
    identifier: [{ system: place.system('session'), value: number }],
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    type: [own('record-kind', 'ketamine-session')],
    subject: to(person),
    episodeOfCare: [to(series)],
    period: { start: moment('09:30'), end: moment('12:15') },
    serviceProvider: place.reference,
  };
  const dose = {
    resourceType: 'MedicationAdministration',
    extension: present([
      extension('directly-observed', { valueBoolean: true }),
      stopped && extension('stop-reason', { valueCodeableConcept: own('stop-reason', given.stopped) }),
    ]),
    identifier: [{ system: place.system('administration'), value: number }],
    status: stopped ? 'stopped' : 'completed',
    medicationCodeableConcept: own('ketamine-substance', given.substance),
    subject: to(person),
    context: to(visit),
    effectivePeriod: { start: moment('10:00'), end: moment(stopped ? '10:12' : '10:40') },
    dosage: { route: { coding: [given.route] }, dose: quantity(given.mg, 'mg') },
  };
  const measured = (name, time, timing, rest) => ({
    resourceType: 'Observation',
    extension: [extension('session-timing', { valueCode: timing })],
    identifier: [{ system: place.system('observation'), value: `${number}-${name}-${timing}` }],
    status: 'final',
    ...rest,
    subject: to(person),
    encounter: to(visit),
    effectiveDateTime: moment(time),
  });
  const vital = (loinc, rest) => ({ category: [hl7('observation-category', 'vital-signs')], code: concept('http://loinc.org', loinc), ...rest });
  const pressure = ([systolic, diastolic]) => vital('85354-9', {
    component: [['8480-6', systolic], ['8462-4', diastolic]].map(([code, value]) => ({
      code: concept('http://loinc.org', code), valueQuantity: quantity(value, 'mm[Hg]', 'mmHg'),
    })),
  });
  const scale = (code, value) => ({ category: [hl7('observation-category', 'survey')], code: own('instrument', code), valueInteger: value });
  const [before, during, after] = given.pressure;
  return [
    visit,
    dose,
    measured('bp', '09:45', 'before', pressure(before)),
    measured('bp', '10:38', 'during', pressure(during)),
    measured('bp', '12:00', 'after', pressure(after)),
    measured('spo2', '10:38', 'during', vital('2708-6', { valueQuantity: quantity(given.saturation ?? 97, '%') })),
    measured('weight', '09:40', 'before', vital('29463-7', { valueQuantity: quantity(given.kg, 'kg') })),
    measured('moaa-s', '10:38', 'during', scale('moaa-s', given.sedation ?? 5)),
    measured('cadss', '10:38', 'during', scale('cadss-subjective-total', given.dissociation)),
  ];
}

const instruments = {
  madrs: [own('instrument', 'madrs-total'), 7, 'd'],
  'madrs-24h': [own('instrument', 'madrs-total'), 24, 'h'],
  icsi: [own('instrument', 'icsi-total'), 30, 'd'],
  icpi: [own('instrument', 'icpi-total'), 30, 'd'],
};

/** The total of a scale, with the period that it asks about. */
export function score(place, person, number, instrument, moment, value) {
  const [code, recall, unit] = instruments[instrument];
  return {
    resourceType: 'Observation',
    extension: [extension('recall-period', { valueDuration: quantity(recall, unit) })],
    identifier: [{ system: place.system('observation'), value: number }],
    status: 'final',
    category: [hl7('observation-category', 'survey')],
    code,
    subject: to(person),
    effectiveDateTime: moment,
    valueInteger: value,
  };
}

/** Suicidality by the C-SSRS: the risk as judged, and the worst ideation since the last assessment. */
export function suicidality(place, person, number, moment, { days, risk, ideation }) {
  const part = (code, value) => ({ code: own('safety-observation', code), ...value });
  return {
    resourceType: 'Observation',
    extension: [extension('recall-period', { valueDuration: quantity(days, 'd') })],
    identifier: [{ system: place.system('observation'), value: number }],
    status: 'final',
    category: [hl7('observation-category', 'survey')],
    code: concept('http://loinc.org', '93374-7'),
    subject: to(person),
    effectiveDateTime: moment,
    valueCodeableConcept: own('suicide-risk-level', risk),
    component: [
      part('worst-suicidal-ideation', { valueInteger: ideation }),
      part('suicidal-behaviour', { valueCodeableConcept: own('suicidal-behaviour', 'none') }),
    ],
  };
}

export function prescription(place, person, series, by, number, day, { substance, route, each, mg, days }) {
  return {
    resourceType: 'MedicationRequest',
    extension: [extension('treatment-course', { valueReference: to(series) })],
    identifier: [{ system: place.system('prescription'), value: number }],
    status: 'completed',
    intent: 'order',
    category: [hl7('medicationrequest-category', 'community')],
    medicationCodeableConcept: own('ketamine-substance', substance),
    subject: to(person),
    authoredOn: at(place, day, '14:20'),
    requester: to(by),
    dosageInstruction: [{
      timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
      route: { coding: [route] },
      doseAndRate: [{ doseQuantity: quantity(each, 'mg') }],
    }],
    dispenseRequest: { quantity: quantity(mg, 'mg'), expectedSupplyDuration: quantity(days, 'd') },
  };
}

export function supply(place, person, prescribed, number, day, { substance, route, mg, days, each }) {
  return {
    resourceType: 'MedicationDispense',
    identifier: [{ system: place.system('supply'), value: number }],
    status: 'completed',
    medicationCodeableConcept: own('ketamine-substance', substance),
    subject: to(person),
    authorizingPrescription: [to(prescribed)],
    quantity: quantity(mg, 'mg'),
    daysSupply: quantity(days, 'd'),
    whenHandedOver: at(place, day, '15:00'),
    dosageInstruction: [{ route: { coding: [route] }, doseAndRate: [{ doseQuantity: quantity(each, 'mg') }] }],
  };
}

/** An event; what is suspected is an administration or, of what was taken at home, the contained product. */
export function adverseEvent(place, person, number, event) {
  const atHome = typeof event.suspect === 'string';
  return {
    resourceType: 'AdverseEvent',
    contained: atHome ? [{ resourceType: 'Medication', id: 'product', code: own('ketamine-substance', event.suspect) }] : undefined,
    extension: present([
      ...(event.criteria ?? []).map((code) => extension('seriousness-criterion', { valueCodeableConcept: ncit(code) })),
      event.grade && extension('ctcae-grade', { valueCodeableConcept: ncit(event.grade) }),
      event.resolved && extension('resolution-date', { valueDateTime: event.resolved }),
      extension('listedness', { valueCode: 'listed' }),
      extension('reporter-qualification', { valueCode: 'physician' }),
    ]),
    identifier: { system: place.system('adverse-event'), value: number },
    actuality: 'actual',
    event: { coding: [event.code] },
    subject: to(person),
    encounter: event.session && to(event.session),
    date: event.began,
    detected: event.aware ?? event.began,
    recordedDate: event.recorded,
    seriousness: hl7('adverse-event-seriousness', event.criteria ? 'Serious' : 'Non-serious'),
    severity: hl7('adverse-event-severity', event.severity),
    outcome: hl7('adverse-event-outcome', event.outcome),
    suspectEntity: [{ instance: atHome ? { reference: '#product' } : to(event.suspect), causality: [{ assessment: ncit(event.causality) }] }],
  };
}

export const effect = (code) => ({ system: `${canonical}/CodeSystem/adverse-effect-cs`, code });
export const snomed = (code) => ({ system: 'http://snomed.info/sct', code });
