// Values that break a demand: something where nothing may be, and something else than what is fixed or bound.

import { coreElement, coreResource } from '../guide.mjs';

const words = 'Jane Doe';
const elsewhere = 'http://example.org/other';

/** Values by type. Where a type can name a person, the value does. */
const ofType = {
  boolean: true,
  integer: 1,
  positiveInt: 1,
  unsignedInt: 1,
  decimal: 1,
  string: words,
  markdown: words,
  uri: elsewhere,
  url: elsewhere,
  canonical: elsewhere,
  date: '2026-09-14',
  dateTime: '2026-09-14T10:00:00+01:00',
  instant: '2026-09-14T10:00:00+01:00',
  time: '10:00:00',
  HumanName: { family: 'Doe', given: ['Jane'] },
  ContactPoint: { system: 'phone', value: '+44 20 7946 0000' },
  Address: { country: 'GB' },
  Attachment: { contentType: 'image/png', data: 'iVBORw0KGgo=' },
  Annotation: { text: words },
  Identifier: { system: elsewhere, value: '1' },
  Period: { start: '2026-09-14' },
  Quantity: { value: 1, system: 'http://unitsofmeasure.org', code: '1' },
  SimpleQuantity: { value: 1, system: 'http://unitsofmeasure.org', code: '1' },
  Duration: { value: 1, system: 'http://unitsofmeasure.org', code: 'h' },
  Range: { low: { value: 1, system: 'http://unitsofmeasure.org', code: '1' } },
  Ratio: { numerator: { value: 1 }, denominator: { value: 2 } },
  Timing: { event: ['2026-09-14'] },
  Extension: { url: elsewhere, valueBoolean: true },
  Meta: { tag: [{ system: elsewhere, code: 'other' }] },
  Dosage: { asNeededBoolean: true },
  RelatedArtifact: { type: 'citation', citation: words },
  ContactDetail: { name: words },
  UsageContext: { code: { system: elsewhere, code: 'other' }, valueCodeableConcept: { coding: [{ system: elsewhere, code: 'other' }] } },
};

/** Elements of which FHIR says more than their definition does: what they need beside what is required. */
const ofElement = {
  'Patient.contact': { name: { family: 'Doe' } },
  'Organization.contact': { name: { family: 'Doe' } },
  'Observation.referenceRange': { low: { value: 1, system: 'http://unitsofmeasure.org', code: '1' } },
  'Observation.component': { code: { coding: [{ system: elsewhere, code: 'other' }] } },
  'Patient.communication': { language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'en' }] } },
};

/** A value for an element that a profile forbids, as FHIR R4 would take it. */
export function forbiddenValue(element, codes) {
  const core = coreElement(element);
  return core.contentReference ? valueOf(referenced(core), codes) : valueOf(core, codes);
}

function valueOf(element, codes) {
  const { path, type } = element;
  const [{ code, targetProfile }] = type;
  if (ofElement[path]) {
    return ofElement[path];
  }
  if (code === 'Reference') {
    const target = targetProfile?.[0]?.split('/').at(-1) ?? 'Patient';
    return { reference: `${target === 'Resource' ? 'Patient' : target}/other` };
  }
  if (code === 'code') {
    return firstCode(element, codes)?.code ?? 'other';
  }
  if (code === 'Coding') {
    return firstCode(element, codes) ?? { system: elsewhere, code: 'other' };
  }
  if (code === 'CodeableConcept') {
    return { coding: [firstCode(element, codes) ?? { system: elsewhere, code: 'other' }] };
  }
  if (code === 'Resource') {
    return { resourceType: 'Basic', id: 'other', code: { coding: [{ system: elsewhere, code: 'other' }] } };
  }
  return ofType[code] ?? backbone(path, codes);
}

/** A code of the value set that an element must be from. */
function firstCode({ binding }, codes) {
  const allowed = binding?.strength === 'required' ? codes(binding.valueSet) : undefined;
  const [system, code] = allowed ? [...allowed].find((one) => !one.startsWith('|')).split('|') : [];
  return code && { system, code };
}

/** The smallest content of an element that consists of others: what is required in it, or else the first that it may have. */
function backbone(path, codes) {
  const within = elementsOf(path.split('.')[0]).filter((element) => element.path.split('.').length === path.split('.').length + 1 && element.path.startsWith(`${path}.`))
    .filter(({ base }) => !/^(Element|BackboneElement)\./.test(base.path));
  const required = within.filter(({ min }) => min > 0);
  return Object.fromEntries((required.length > 0 ? required : within.slice(0, 1)).map((element) => {
    const value = forbiddenValue(element, codes);
    return [keyOf(element), element.max === '1' ? value : [value]];
  }));
}

const elementsOf = (type) => coreResource('StructureDefinition', type).snapshot.element;

const referenced = ({ contentReference }) => elementsOf(contentReference.slice(1).split('.')[0]).find(({ id }) => id === contentReference.slice(1));

/** The name under which an element stands in JSON, a choice by the first of its types. */
export function keyOf({ path, type }) {
  const name = path.split('.').at(-1);
  return name.endsWith('[x]') ? name.replace('[x]', `${type[0].code[0].toUpperCase()}${type[0].code.slice(1)}`) : name;
}

/** Something else than what is fixed. */
export function otherThan(fixed) {
  if (typeof fixed === 'string') {
    return /^(https?:|urn:)/.test(fixed) ? elsewhere : 'other';
  }
  if (typeof fixed !== 'object') {
    return typeof fixed === 'boolean' ? !fixed : fixed + 1;
  }
  if (Array.isArray(fixed)) {
    return [otherThan(fixed[0])];
  }
  const part = ['coding', 'code', 'system'].find((name) => name in fixed) ?? Object.keys(fixed)[0];
  return { ...fixed, [part]: otherThan(fixed[part]) };
}

/** A code that no value set has, in the form of an element. */
export function unknownCode({ type, binding }, codes, present) {
  const [system] = [...(codes(binding.valueSet) ?? [])].find((one) => !one.startsWith('|'))?.split('|') ?? [elsewhere];
  const coding = { system, code: 'no-such-code' };
  if (type[0].code === 'CodeableConcept') {
    const [first, ...others] = present?.coding ?? [coding];
    return { ...present, coding: [{ ...first, code: coding.code }, ...others] };
  }
  return type[0].code === 'code' ? coding.code : { ...(present ?? coding), code: coding.code };
}
