// What a version of the guide demands of records and offers to callers, in a form that is small enough to review and
// can be compared: for each artefact its subjects (elements, codes, parameters …), and for each subject what is said of
// it. Of a profile only what goes beyond FHIR R4 is said.

import { createHash } from 'node:crypto';
import { coreElement, referenceOf } from '../guide.mjs';

/** The fingerprint of a package: its version and its artefacts by their reference. */
export function fingerprintOf({ definitions, guide, pages }) {
  // URLs of the guide and of HL7 by their last parts: so a line can be read, and an operator's own canonical is no change.
  const canonical = guide.url.replace(/ImplementationGuide\/.*/, '');
  const shortened = (value) => JSON.parse(JSON.stringify(value).replaceAll(canonical, '').replaceAll('http://hl7.org/fhir/StructureDefinition/', ''));
  const artefacts = definitions.filter(({ resourceType }) => resourceType !== 'ImplementationGuide').map(shortened)
    .map((definition) => [referenceOf(definition), { ...subjectsOf(definition), ...ownVersion(definition, guide, pages) }]);
  return { version: guide.version, artefacts: Object.fromEntries(artefacts) };
}

function subjectsOf(definition) {
  const own = readers[definition.resourceType]?.(definition) ?? {};
  return Object.fromEntries(Object.entries(own).map(([subject, said]) => [subject, withoutEmpty(said)]));
}

/** What has a version of its own promises that the version says which contents are meant, those of its page too. */
function ownVersion({ text, meta, date, publisher, contact, jurisdiction, title, description, purpose, copyright, ...contents }, guide, pages) {
  if (contents.version === undefined || contents.version === guide.version) {
    return {};
  }
  const own = JSON.stringify(jurisdiction) === JSON.stringify(guide.jurisdiction) ? undefined : jurisdiction;
  const texts = (contents.content ?? []).map(({ url }) => pages?.get(url));
  const digest = createHash('sha256').update(JSON.stringify(sorted([contents, own, texts]))).digest('hex').slice(0, 16);
  return { 'own version': { version: contents.version, contents: digest } };
}

const readers = {
  StructureDefinition: (definition) => ({
    definition: { type: definition.type, contexts: definition.context?.map(({ expression }) => expression) },
    ...Object.fromEntries(definition.snapshot.element.map((element) => [element.id, withoutEmpty(restrictions(element))])
      .filter(([, said]) => Object.keys(said).length > 0)),
  }),

  ValueSet: ({ compose }) => Object.fromEntries(compose.include.map(({ system, concept }) => [system, { codes: concept?.map(({ code }) => code) }])),

  CodeSystem: ({ caseSensitive, concept }) => ({ codes: { caseSensitive, codes: concept.map(({ code }) => code) } }),

  SearchParameter: ({ code, base, type, expression, target }) => ({ search: { code, bases: base, type, expression, targets: target } }),

  NamingSystem: ({ uniqueId }) => Object.fromEntries(uniqueId.map(({ value }) => [value, {}])),

  OperationDefinition: ({ code, system, type, instance, resource, parameter }) => ({
    operation: { code, calledOn: [...(system ? ['system'] : []), ...(resource ?? []).flatMap((of) => [...(type ? [`${of} type`] : []), ...(instance ? [`${of} instance`] : [])])] },
    ...Object.fromEntries((parameter ?? []).map(({ name, use, min, max, type: of }) => [`${use} ${name}`,
      use === 'in' ? { min, max, types: of && [of] } : { givesMin: min, givesMax: max, gives: of }])),
  }),

  CapabilityStatement: ({ rest }) => Object.fromEntries((rest ?? []).flatMap(({ mode, resource, operation, interaction }) => [
    [mode, offers(mode, { interaction, operation })],
    ...(resource ?? []).map((of) => [`${mode} ${of.type}`, offers(mode, of)]),
  ])),

  Measure: ({ group, scoring }) => ({
    scoring: { scoring: scoring?.coding?.[0]?.code },
    ...Object.fromEntries((group ?? []).flatMap(({ population, stratifier }, index) => [
      ...(population ?? []).map(({ code, criteria }) => [`group ${index} population ${code?.coding?.[0]?.code}`, { criteria: criteria?.expression }]),
      ...(stratifier ?? []).map((of) => [`group ${index} stratifier ${of.code?.coding?.[0]?.code ?? of.id}`, { criteria: of.criteria?.expression }]),
    ])),
  }),

  Questionnaire: ({ item }) => Object.fromEntries(itemsOf(item).map(({ linkId, type, required, repeats, maxLength, answerValueSet, answerOption }) => [linkId, {
    type,
    min: required ? 1 : 0,
    max: repeats ? undefined : '1',
    maxLength,
    valueSet: answerValueSet,
    codes: answerOption?.map((option) => option.valueCoding?.code ?? String(Object.values(option)[0])),
  }])),
};

/** What a server offers may not vanish; what a client must do may not grow. */
function offers(mode, { interaction, searchParam, operation, supportedProfile }) {
  const names = [...(interaction ?? []).map(({ code }) => code), ...(searchParam ?? []).map(({ name }) => `?${name}`),
    ...(operation ?? []).map(({ name }) => `$${name}`), ...(supportedProfile ?? [])];
  return mode === 'client' ? { asks: names } : { offers: names };
}

const itemsOf = (items) => (items ?? []).flatMap((item) => [item, ...itemsOf(item.item)]);

/** What an element of a snapshot says beyond FHIR R4. */
function restrictions(element) {
  const core = coreElement(element);
  const own = {
    min: element.min > element.base.min ? element.min : undefined,
    max: element.max === element.base.max ? undefined : element.max,
    maxLength: element.maxLength === core?.maxLength ? undefined : element.maxLength,
    ...valueOf(element),
    types: typesOf(element, core),
    binding: bindingOf(element, core),
    invariants: Object.fromEntries((element.constraint ?? [])
      .filter(({ key, severity }) => severity === 'error' && !core?.constraint?.some((constraint) => constraint.key === key))
      .map(({ key, expression }) => [key, expression])),
    slicing: element.slicing?.rules === 'closed' ? element.slicing.discriminator.map(({ type, path }) => `${type} ${path}`).join(', ') : undefined,
  };
  // What is forbidden as a whole says nothing about its contents.
  return element.max === '0' ? { max: '0' } : own;
}

function valueOf(element) {
  const key = Object.keys(element).find((name) => /^(fixed|pattern)[A-Z]/.test(name));
  // The URL of an extension follows from the extension.
  return key && element.path !== 'Extension.url' ? { value: JSON.stringify(element[key]) } : {};
}

/** The types that are left, where FHIR R4 has more; the type of a choice's slice is in its name. */
function typesOf(element, core) {
  const atoms = (types) => (types ?? []).flatMap(({ code, targetProfile, profile }) => (targetProfile ?? profile ?? []).length === 0 ? [code]
    : [...(targetProfile ?? []).map((target) => `${code}(${lastOf(target)})`), ...(profile ?? []).map((of) => `${code}<${lastOf(of)}>`)]);
  const [own, all] = [atoms(element.type), atoms(core?.type)];
  return /\[x\]:\w+$/.test(element.id) || (own.length === all.length && own.every((type) => all.includes(type))) ? undefined : own;
}

function bindingOf({ binding }, core) {
  const strong = binding && /^(required|extensible)$/.test(binding.strength) && binding.valueSet;
  const plain = (url) => url?.replace(/\|.*/, '');
  return strong && (binding.strength !== core?.binding?.strength || plain(binding.valueSet) !== plain(core.binding.valueSet))
    ? { strength: binding.strength, valueSet: plain(binding.valueSet) } : undefined;
}

const lastOf = (url) => url.replace(/^(http:\/\/hl7\.org\/fhir\/)?StructureDefinition\//, '');

function withoutEmpty(said) {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && !(typeof value === 'object' && Object.keys(value).length === 0)));
}

function sorted(value) {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : value;
}
