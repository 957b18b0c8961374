// What the defects that are written by hand are made of: changes of a valid example, values, and families of defects
// that several profiles share.

export const without = (path) => ({ kind: 'without', path });
export const having = (path, value) => ({ kind: 'having', path, value });
export const adding = (path, value) => ({ kind: 'adding', path, value });

export const canonical = 'https://ketamine-registry.example/fhir';
export const own = (system, code) => ({ system: `${canonical}/CodeSystem/${system}`, code });
export const extension = (name, value) => ({ url: `${canonical}/StructureDefinition/${name}`, ...value });
export const ncit = (code) => ({ coding: [{ system: 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl', code }] });

export const withoutTimeOfDay = '2026-09-14';

export const scoreOf = (instrument, value) => [
  having('code.coding[0]', own('instrument-cs', instrument)), having('valueInteger', value),
];

export const wrongVitalSigns = (example, key, value, unit) => [
  ...wrongKindOfVitalSign(example),
  [key, 'too-low', example, having('valueQuantity.value', 1), 'Observation.value.ofType(Quantity)'],
  [key, 'too-high', example, having('valueQuantity.value', value), 'Observation.value.ofType(Quantity)'],
  ['pattern', 'wrong-unit', example, having('valueQuantity.code', unit), 'Observation.value.ofType(Quantity).code'],
  ['krn-obs-1', 'without-time', example, having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
];

export const wrongKindOfVitalSign = (example) => [
  ['required', 'loinc-code', example, having('code.coding[0].code', '8302-2'), 'Observation.code'],
  ['required', 'category-of-vital-signs', example, having('category[0].coding[0].code', 'exam'), 'Observation'],
];

export const wrongScore = (example, key, value) => [
  [key, 'negative', example, having('valueInteger', -1), 'Observation.value.ofType(integer)'],
  [key, 'too-high', example, having('valueInteger', value), 'Observation.value.ofType(integer)'],
  ['type', 'fraction', example, [without('valueInteger'), having('valueQuantity', { value: 1.5 })], 'Observation.value.ofType(Quantity)'],
  ['krn-obs-1', 'without-time', example, having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
];

export const wrongTiming = (example) => [
  ['binding', 'session-timing', example, having('extension(session-timing).valueCode', 'later'), 'Observation.extension.value.ofType(code)'],
];

export const wrongProduct = (example, type) => [
  ['required', 'substance-in-the-own-system', example, having('medicationCodeableConcept.coding', [{ system: 'http://snomed.info/sct', code: '373464007' }]), `${type}.medication.ofType(CodeableConcept)`],
  ['krn-med-1', 'contained-patient', example, adding('contained', { resourceType: 'Patient', id: 'person' }), `${type}.contained`],
  ['krn-med-3', 'product-without-system', example, adding('medicationCodeableConcept.coding', { code: 'N01AX03' }), `${type}.medication.ofType(CodeableConcept)`],
  ['krn-med-2', 'medication-not-contained', example, [without('medicationCodeableConcept'), having('medicationReference', { reference: 'Medication/elsewhere' })], `${type}.medication.ofType(Reference)`],
];
