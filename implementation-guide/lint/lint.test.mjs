// Each rule of the lint complains about what it is there for, and about nothing else.

import assert from 'node:assert/strict';
import test from 'node:test';
import { complaintsAboutCodes, terminology } from './codes.mjs';
import { brokenReferences, complaintsAbout } from './definitions.mjs';
import { complaintsAboutPages } from './pages.mjs';
import { complaintsAboutFile } from './sources.mjs';

const canonical = 'https://guide.example/fhir';
const guide = { url: `${canonical}/ImplementationGuide/guide`, version: '0.3.0', date: '2026-11-22' };

const definition = (resourceType, id, name, own) => ({
  resourceType,
  id,
  url: `${canonical}/${resourceType}/${id}`,
  version: '0.3.0',
  name,
  title: 'A Title',
  status: 'active',
  experimental: false,
  date: '2026-11-22',
  publisher: 'Registry',
  contact: [{}],
  description: 'What it is.',
  jurisdiction: [{}],
  purpose: 'R8, S3: why it is.',
  ...own,
});

const valueSet = (own) => definition('ValueSet', 'unit-vs', 'UnitVS', {
  compose: { include: [{ system: 'http://unitsofmeasure.org', concept: [{ code: 'mg' }] }] }, copyright: '© UCUM Organization', ...own,
});
const codeSystem = (own) => definition('CodeSystem', 'kind-cs', 'KindCS', {
  caseSensitive: true, content: 'complete', count: 1, concept: [{ code: 'a', display: 'A', definition: 'The first.' }], ...own,
});
const profile = (elements, own) => definition('StructureDefinition', 'weight', 'Weight', {
  type: 'Observation', snapshot: { element: elements }, differential: { element: elements }, ...own,
});
const search = (own) => definition('SearchParameter', 'Observation-date', 'ObservationDate', { base: ['Observation'], code: 'date', expression: 'Observation.effective', ...own });

const complained = {
  'no contact': [valueSet({ contact: undefined }), 'has no contact'],
  'no purpose': [valueSet({ purpose: undefined }), 'has no purpose'],
  'a purpose without requirements': [valueSet({ purpose: 'Because it is needed.' }), 'has a purpose that does not begin with requirements, as in “R8, S3: why.”: Because it is needed.'],
  'a purpose that ends without a full stop': [valueSet({ purpose: 'R8: why' }), 'has a purpose that does not begin with requirements, as in “R8, S3: why.”: R8: why'],
  'a description without a full stop': [valueSet({ description: 'Units' }), 'has a description without a full stop at its end'],
  'a name that is not of its kind': [valueSet({ name: 'Units' }), 'has the name Units'],
  'an id that is not of its kind': [valueSet({ id: 'units', url: `${canonical}/ValueSet/units` }), 'has the id units'],
  'a URL that is not of its id': [valueSet({ url: `${canonical}/ValueSet/other` }), `has the url ${canonical}/ValueSet/other`],
  'another version': [valueSet({ version: '0.1.0' }), 'has the version 0.1.0, the guide 0.3.0'],
  'another date': [valueSet({ date: '2020-01-01' }), 'has the date 2020-01-01, the guide 2026-11-22'],
  'a draft': [valueSet({ status: 'draft' }), 'has the status draft'],
  'codes without copyright': [valueSet({ copyright: undefined }), 'has codes of http://unitsofmeasure.org and no copyright that says whose they are'],
  'a value set of a whole system': [valueSet({ compose: { include: [{ system: 'http://unitsofmeasure.org' }] } }), 'does not list its codes of http://unitsofmeasure.org one by one'],
  'a value set that excludes': [valueSet({ compose: { include: [], exclude: [{}] } }), 'excludes codes; it lists those that it has'],
  'codes in any case': [codeSystem({ caseSensitive: false }), 'does not say that its codes are told apart by case'],
  'a supplement that is sensitive to case': [codeSystem({ content: 'supplement', supplements: 'http://loinc.org', copyright: 'LOINC, Regenstrief Institute' }), 'says of a supplement whether codes are told apart by case; what it supplements says so'],
  'a concept without a definition': [codeSystem({ concept: [{ code: 'a', display: 'A' }] }), 'has no display of a, or no definition with a full stop at its end'],
  'a code with spaces': [codeSystem({ concept: [{ code: 'a b', display: 'A', definition: 'The first.' }] }), 'has the code a b'],
  'a search parameter of another id': [search({ code: 'time' }), 'has another id than Observation-time'],
  'an extension without context': [profile([], { type: 'Extension' }), 'is an extension without a context'],
  'must support of what is forbidden': [profile([{ id: 'Observation.note', max: '0', mustSupport: true }]), 'says must support of Observation.note, which it forbids'],
  'an invariant that only warns': [profile([{ id: 'Observation', max: '*', constraint: [{ key: 'krn-a-1', severity: 'warning', human: 'It is so', expression: 'true' }] }]), 'has an invariant krn-a-1 at Observation that does not refuse, says nothing or has no expression'],
  'an invariant of another key': [profile([{ id: 'Observation', max: '*', constraint: [{ key: 'w1', severity: 'error', human: 'It is so', expression: 'true' }] }]), 'has an invariant of the key w1 at Observation'],
  'a parameter without documentation': [definition('OperationDefinition', 'check', 'Check', { parameter: [{ name: 'who' }] }), 'has no documentation of who with a full stop at its end'],
  'a unit fixed by a profile without copyright': [profile([{ id: 'Observation.value[x].system', max: '1', patternUri: 'http://unitsofmeasure.org' }, { id: 'Observation.value[x].code', max: '1', patternCode: 'mg' }]), 'has codes of http://unitsofmeasure.org and no copyright that says whose they are'],
};

for (const [what, [resource, complaint]] of Object.entries(complained)) {
  test(`definitions: ${what}`, () => assert.deepEqual(complaintsAbout(resource, guide), [complaint]));
}

test('definitions: good ones raise nothing', () => {
  for (const good of [valueSet(), codeSystem(), search(), profile([{ id: 'Observation.status', max: '1', mustSupport: true }]), valueSet({ purpose: 'R24' })]) {
    assert.deepEqual(complaintsAbout(good, guide), []);
  }
});

test('definitions: a rule set has a version of its own', () => {
  assert.deepEqual(complaintsAbout(definition('PlanDefinition', 'practice-rule-set-xx', 'RulesXX', { version: '1.0.0', date: '2020-01-01' }), guide), []);
});

const verified = [{ system: 'http://snomed.info/sct', source: 'GPS', codes: { 422587007: 'Nausea' } }];
const codes = terminology([codeSystem()], verified, canonical);
const coded = (...coding) => complaintsAboutCodes({ resourceType: 'Observation', code: { coding } }, codes);
const own = `${canonical}/CodeSystem/kind-cs`;

test('codes: known ones with their words, or without any, are right', () => {
  assert.deepEqual(coded({ system: own, code: 'a', display: 'A' }, { system: 'http://snomed.info/sct', code: '422587007', display: 'Nausea' },
    { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs', display: 'Vital Signs' }, { system: own, code: 'a' },
    { system: 'https://ehr.clinic.example/products', code: 'K-50', display: 'House mixture' }), []);
});

test('codes: an unknown code of an own, a FHIR or a foreign system is told', () => {
  for (const coding of [{ system: own, code: 'b' }, { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vitals' }, { system: 'http://snomed.info/sct', code: '1' }, { system: `${canonical}/CodeSystem/none`, code: 'a' }]) {
    assert.deepEqual(coded(coding), [`${coding.system}|${coding.code} is in no code system of the guide or of FHIR R4, and not in verified-codes.json`]);
  }
});

test('codes: other words than those of the system are told', () => {
  assert.deepEqual(coded({ system: own, code: 'a', display: 'a' }), [`${own}|a is shown as “a”; it is “A”`]);
  assert.deepEqual(coded({ system: 'http://snomed.info/sct', code: '422587007', display: 'nausea' }), ['http://snomed.info/sct|422587007 is shown as “nausea”; it is “Nausea”']);
});

test('codes: those of value sets, concept maps and quantities are looked up too', () => {
  const resources = [
    { compose: { include: [{ system: 'http://snomed.info/sct', concept: [{ code: '1' }] }] } },
    { group: [{ source: own, target: 'http://snomed.info/sct', element: [{ code: 'a', target: [{ code: '1' }] }] }] },
    { valueQuantity: { value: 1, unit: 'mg', system: 'http://snomed.info/sct', code: '1' } },
    { resourceType: 'CodeSystem', content: 'supplement', supplements: 'http://snomed.info/sct', concept: [{ code: '1' }] },
  ];
  for (const resource of resources) {
    assert.equal(complaintsAboutCodes(resource, codes).length, 1);
  }
});

test('references: what does not exist or has another version is told', () => {
  const definitions = [valueSet(), { resourceType: 'PlanDefinition', id: 'rules', url: `${canonical}/PlanDefinition/rules`, version: '1.0.0' }];
  const naming = (text) => brokenReferences([{ resourceType: 'Task', id: 'a', x: [text] }], definitions, { canonical, version: '0.3.0' });
  assert.deepEqual(naming(`${canonical}/PlanDefinition/rules|1.0.0`), []);
  assert.deepEqual(naming(`${canonical}/PlanDefinition/rules|0.9.0`), []);
  assert.deepEqual(naming(`${canonical}/ValueSet/unit-vs|0.1.0`).length, 1);
  assert.deepEqual(naming(`${canonical}/sid/clinic`), []);
  assert.deepEqual(naming(`${canonical}/PlanDefinition/other`), [`Task/a names ${canonical}/PlanDefinition/other, which does not exist`]);
  assert.deepEqual(naming(`${canonical}/PlanDefinition/rules|2.0.0`), [`Task/a names ${canonical}/PlanDefinition/rules|2.0.0, whose version is 1.0.0`]);
  const binding = (url) => brokenReferences([profile([{ id: 'Observation.code', binding: { valueSet: url } }])], [...definitions, profile([])], { canonical, version: '0.3.0' });
  assert.deepEqual(binding('http://hl7.org/fhir/ValueSet/observation-status|4.0.1'), []);
  assert.deepEqual(binding('http://hl7.org/fhir/ValueSet/none'), ['StructureDefinition/weight binds http://hl7.org/fhir/ValueSet/none, which does not exist']);
});

test('pages: each is in the configuration, and links lead somewhere', () => {
  const at = (pages) => complaintsAboutPages({ definitions: [valueSet()], examples: [], guide: { definition: { resource: [], page: { nameUrl: 'toc.html', page: [{ nameUrl: 'a.html' }] } } }, pages: new Map(pages) });
  assert.deepEqual(at([['a.html', '[units](ValueSet-unit-vs.html#mg) and [home](index.html), [FHIR](https://hl7.org/fhir/index.html)']]), []);
  assert.deepEqual(at([['a.html', '[units](ValueSet-units-vs.html)']]), ['a.html links to ValueSet-units-vs.html, which does not exist']);
  assert.deepEqual(at([['b.html', '']]), ['b.html is not in the pages of sushi-config.yaml']);
});

test('pages: what is listed has a title and a description', () => {
  const listing = (own) => complaintsAboutPages({ definitions: [], examples: [], pages: new Map(), guide: { definition: { page: {}, resource: [{ reference: { reference: 'Task/a' }, ...own }] } } });
  assert.deepEqual(listing({ name: 'A', description: 'What it shows.' }), []);
  assert.deepEqual(listing({ name: 'A' }), ['Task/a has no title, or no description with a full stop at its end']);
});

test('sources: one artefact a file, named for it, in the folder of its kind', () => {
  assert.deepEqual(complaintsAboutFile('profiles/Weight.fsh', 'Profile: Weight\n* insert X\n\nRuleSet: X\n* a 1..1\n'), []);
  assert.deepEqual(complaintsAboutFile('examples/a/weight-1.fsh', 'Instance: weight-1\n'), []);
  assert.deepEqual(complaintsAboutFile('invariants/krn-a.fsh', 'Invariant: krn-a-1\nInvariant: krn-a-2\n'), []);
  assert.deepEqual(complaintsAboutFile('rulesets/any.fsh', 'RuleSet: X\nRuleSet: Y(a)\n'), []);
  assert.deepEqual(complaintsAboutFile('profiles/Height.fsh', 'Profile: Weight\n'), ['declares Weight; it declares one artefact and is named for it']);
  assert.equal(complaintsAboutFile('profiles/Weight.fsh', 'Profile: Weight\nProfile: Height\n').length, 1);
  assert.deepEqual(complaintsAboutFile('extensions/Weight.fsh', 'Profile: Weight\n'), ['declares the Profile Weight, which stands in another folder']);
  assert.deepEqual(complaintsAboutFile('invariants/krn-a.fsh', 'Invariant: krn-b-1\n'), ['declares krn-b-1']);
  assert.deepEqual(complaintsAboutFile('profiles/Weight.fsh', 'Profile: Weight\n// * code 1..1\n'), ['has a rule that is commented out']);
});
