// One case for each way in which a guide becomes stricter, and for the changes that ask nothing of anybody.

import assert from 'node:assert/strict';
import test from 'node:test';
import { changedUnderOneVersion, compareVersions, isSame, lowestVersion, stricterChanges, untold } from './comparison.mjs';
import { fingerprintOf } from './fingerprint.mjs';

const canonical = 'https://guide.example/fhir';
const vs = (id) => `${canonical}/ValueSet/${id}`;

const element = (id, base, said = {}) => ({
  id, path: id.replace(/:\w+/g, ''), min: base.min, max: base.max, base: { path: id.replace(/:\w+/g, ''), ...base }, ...said,
});
const one = { min: 0, max: '1' };
const many = { min: 0, max: '*' };

const profile = () => ({
  resourceType: 'StructureDefinition',
  id: 'weight',
  type: 'Observation',
  snapshot: {
    element: [
      element('Observation', many),
      element('Observation.extension', { path: 'DomainResource.extension', ...many }, { type: [{ code: 'Extension' }] }),
      element('Observation.status', { min: 1, max: '1' }, { type: [{ code: 'code' }], binding: { strength: 'required', valueSet: 'http://hl7.org/fhir/ValueSet/observation-status|4.0.1' } }),
      element('Observation.category', many, { type: [{ code: 'CodeableConcept' }], slicing: { discriminator: [{ type: 'pattern', path: '$this' }], rules: 'open' } }),
      element('Observation.subject', one, { type: [{ code: 'Reference', targetProfile: ['http://hl7.org/fhir/StructureDefinition/Patient', 'http://hl7.org/fhir/StructureDefinition/Group'] }] }),
      element('Observation.value[x]', one, { type: [{ code: 'Quantity' }, { code: 'string' }], constraint: [{ key: 'kg-1', severity: 'error', expression: 'value > 0' }] }),
      element('Observation.note', many, { max: '0', type: [{ code: 'Annotation' }] }),
    ],
  },
});

const others = () => [
  { resourceType: 'StructureDefinition', id: 'timing', type: 'Extension', context: [{ expression: 'Observation' }, { expression: 'Encounter' }], snapshot: { element: [] } },
  { resourceType: 'ValueSet', id: 'units-vs', compose: { include: [{ system: 'http://unitsofmeasure.org', concept: [{ code: 'kg' }, { code: 'g' }] }] } },
  { resourceType: 'CodeSystem', id: 'kind-cs', caseSensitive: false, concept: [{ code: 'a' }, { code: 'b' }] },
  { resourceType: 'SearchParameter', id: 'Observation-date', code: 'date', base: ['Observation'], type: 'date', expression: 'Observation.effective' },
  { resourceType: 'NamingSystem', id: 'clinic', uniqueId: [{ value: `${canonical}/sid/clinic` }] },
  {
    resourceType: 'OperationDefinition',
    id: 'check',
    code: 'check',
    system: true,
    type: true,
    instance: false,
    resource: ['Patient'],
    parameter: [{ name: 'who', use: 'in', min: 0, max: '*', type: 'Identifier' }, { name: 'answer', use: 'out', min: 1, max: '1', type: 'boolean' }],
  },
  { resourceType: 'CapabilityStatement', id: 'registry', rest: [{ mode: 'server', resource: [{ type: 'Patient', interaction: [{ code: 'read' }], searchParam: [{ name: 'identifier' }] }] }] },
  { resourceType: 'CapabilityStatement', id: 'ehr', rest: [{ mode: 'client', interaction: [{ code: 'transaction' }] }] },
  { resourceType: 'Measure', id: 'sessions', group: [{ population: [{ code: { coding: [{ code: 'numerator' }] }, criteria: { expression: 'Sessions' } }], stratifier: [{ code: { coding: [{ code: 'sex' }] } }] }] },
  { resourceType: 'Questionnaire', id: 'follow-up', item: [{ linkId: '1', type: 'group', item: [{ linkId: '1.1', type: 'choice', repeats: true, answerOption: [{ valueCoding: { code: 'yes' } }, { valueCoding: { code: 'no' } }] }] }] },
  { resourceType: 'PlanDefinition', id: 'rules', version: '1.0.0', action: [{ title: 'a' }] },
];

const packageOf = (version, definitions) => fingerprintOf({
  definitions: definitions.map((definition) => ({ version, ...definition })),
  guide: { url: `${canonical}/ImplementationGuide/guide`, version },
});

/** What becomes stricter when a change is made to one of the definitions. */
function stricterBy(id, change) {
  const definitions = [profile(), ...others()];
  const changed = structuredClone(definitions);
  const index = changed.findIndex((definition) => definition.id === id);
  const made = change(changed[index]);
  changed.splice(index, 1, ...(made === null ? [] : [changed[index]]));
  return stricterChanges(packageOf('0.1.0', definitions), packageOf('0.2.0', changed));
}

const at = (definition, id) => definition.snapshot.element.find((item) => item.id === id);
const add = (definition, item) => definition.snapshot.element.push(item);

const stricter = {
  'a profile is removed': ['weight', () => null, 'StructureDefinition/weight was removed'],
  'a minimum is raised': ['weight', (of) => { at(of, 'Observation.subject').min = 1; }, 'Observation.subject: at least 1, before 0'],
  'a maximum is lowered': ['weight', (of) => { at(of, 'Observation.category').max = '1'; }, 'Observation.category: at most 1, before *'],
  'an element is forbidden': ['weight', (of) => { at(of, 'Observation.subject').max = '0'; }, 'Observation.subject: at most 0, before *'],
  'a text is shortened': ['weight', (of) => { at(of, 'Observation.subject').maxLength = 36; }, 'Observation.subject: at most 36 characters, before *'],
  'a type is removed': ['weight', (of) => { at(of, 'Observation.value[x]').type.pop(); }, 'Observation.value[x]: the type string is gone'],
  'the target of a reference is removed': ['weight', (of) => { at(of, 'Observation.subject').type[0].targetProfile.pop(); }, 'Observation.subject: the type Reference(Group) is gone'],
  'a value is fixed': ['weight', (of) => { at(of, 'Observation.status').fixedCode = 'final'; }, 'Observation.status: the value "final", before any value'],
  'a pattern is added': ['weight', (of) => { at(of, 'Observation.category').patternCodeableConcept = { coding: [{ code: 'survey' }] }; }, 'Observation.category: the value {"coding":[{"code":"survey"}]}, before any value'],
  'a binding is added': ['weight', (of) => { at(of, 'Observation.category').binding = { strength: 'required', valueSet: vs('kind-vs') }; }, 'Observation.category: required binding to ValueSet/kind-vs, before as in FHIR R4'],
  'a binding is narrowed': ['weight', (of) => { at(of, 'Observation.status').binding.valueSet = vs('status-vs'); }, 'Observation.status: required binding to ValueSet/status-vs, before as in FHIR R4'],
  'an invariant is added': ['weight', (of) => { at(of, 'Observation').constraint = [{ key: 'kg-2', severity: 'error', expression: 'true' }]; }, 'Observation: the invariant kg-2 is new'],
  'an invariant is changed': ['weight', (of) => { at(of, 'Observation.value[x]').constraint[0].expression = 'value > 1'; }, 'Observation.value[x]: the invariant kg-1 is another'],
  'slices are closed': ['weight', (of) => { at(of, 'Observation.category').slicing.rules = 'closed'; }, 'Observation.category: closed slices by pattern $this, before open slices'],
  'a slice is required': ['weight', (of) => add(of, element('Observation.category:survey', { path: 'Observation.category', ...many }, { min: 1 })), 'Observation.category:survey: at least 1, before 0'],
  'an extension is required': ['weight', (of) => add(of, element('Observation.extension:timing', { path: 'DomainResource.extension', ...many }, { min: 1 })), 'Observation.extension:timing: at least 1, before 0'],
  'an extension loses a context': ['timing', (of) => { of.context.pop(); }, 'definition: the context Encounter is gone'],
  'a value set loses a code': ['units-vs', (of) => { of.compose.include[0].concept.pop(); }, 'http://unitsofmeasure.org: the code g is gone'],
  'a value set loses a system': ['units-vs', (of) => { of.compose.include = []; }, 'http://unitsofmeasure.org was removed'],
  'a code system loses a code': ['kind-cs', (of) => { of.concept.pop(); }, 'codes: the code b is gone'],
  'codes are told apart by case': ['kind-cs', (of) => { of.caseSensitive = true; }, 'codes: codes are now told apart by case'],
  'a search parameter is removed': ['Observation-date', () => null, 'SearchParameter/Observation-date was removed'],
  'a search parameter finds something else': ['Observation-date', (of) => { of.expression = 'Observation.issued'; }, 'search: Observation.issued, before Observation.effective'],
  'an identifier system is removed': ['clinic', (of) => { of.uniqueId = []; }, 'sid/clinic was removed'],
  'an operation is removed': ['check', () => null, 'OperationDefinition/check was removed'],
  'an operation is no longer on the system': ['check', (of) => { of.system = false; }, 'operation: the call on system is gone'],
  'an operation asks for a parameter': ['check', (of) => { of.parameter[0].min = 1; }, 'in who: at least 1, before 0'],
  'an operation asks for a new parameter': ['check', (of) => { of.parameter.push({ name: 'why', use: 'in', min: 1, max: '1', type: 'code' }); }, 'in why: at least 1, before 0'],
  'an operation takes fewer': ['check', (of) => { of.parameter[0].max = '1'; }, 'in who: at most 1, before *'],
  'an operation may answer less': ['check', (of) => { of.parameter[1].min = 0; }, 'out answer: gives at least 0, before 1'],
  'an operation may answer more': ['check', (of) => { of.parameter[1].max = '*'; }, 'out answer: gives up to *, before 1'],
  'an operation answers with another type': ['check', (of) => { of.parameter[1].type = 'code'; }, 'out answer: code, before boolean'],
  'a server offers less': ['registry', (of) => { of.rest[0].resource[0].searchParam = []; }, 'server Patient: the offer ?identifier is gone'],
  'a client must do more': ['ehr', (of) => { of.rest[0].interaction.push({ code: 'batch' }); }, 'client: batch is asked of clients'],
  'a measure counts something else': ['sessions', (of) => { of.group[0].population[0].criteria.expression = 'Visits'; }, 'group 0 population numerator: Visits, before Sessions'],
  'a measure loses a stratifier': ['sessions', (of) => { of.group[0].stratifier = []; }, 'group 0 stratifier sex was removed'],
  'a question must be answered': ['follow-up', (of) => { of.item[0].item[0].required = true; }, '1.1: at least 1, before 0'],
  'a new question must be answered': ['follow-up', (of) => { of.item.push({ linkId: '2', type: 'date', required: true }); }, '2: at least 1, before 0'],
  'a question takes one answer': ['follow-up', (of) => { of.item[0].item[0].repeats = false; }, '1.1: at most 1, before *'],
  'a question loses an answer': ['follow-up', (of) => { of.item[0].item[0].answerOption.pop(); }, '1.1: the code no is gone'],
  'a question has another type': ['follow-up', (of) => { of.item[0].item[0].type = 'string'; }, '1.1: string, before choice'],
  'a question is removed': ['follow-up', (of) => { of.item[0].item = []; }, '1.1 was removed'],
};

for (const [what, [id, change, told]] of Object.entries(stricter)) {
  test(`stricter: ${what}`, () => {
    const changes = stricterBy(id, change);
    assert.equal(changes.length, 1, changes.join('\n'));
    assert.ok(changes[0].endsWith(told), `${changes[0]} should end with ${told}`);
  });
}

const looser = {
  'nothing changes': ['weight', () => {}],
  'a minimum is lowered': ['weight', (of) => { at(of, 'Observation.status').min = 0; }],
  'an element is opened, with demands within it': ['weight', (of) => {
    at(of, 'Observation.note').max = '*';
    add(of, element('Observation.note.text', { path: 'Annotation.text', min: 1, max: '1' }, { maxLength: 36 }));
  }],
  'an invariant is dropped': ['weight', (of) => { delete at(of, 'Observation.value[x]').constraint; }],
  'a type is added': ['weight', (of) => { at(of, 'Observation.value[x]').type.push({ code: 'integer' }); }],
  'a reference may point at anything': ['weight', (of) => { delete at(of, 'Observation.subject').type[0].targetProfile; }],
  'an optional extension is added': ['weight', (of) => add(of, element('Observation.extension:timing', { path: 'DomainResource.extension', ...many },
    { max: '1', type: [{ code: 'Extension', profile: [`${canonical}/StructureDefinition/timing`] }] }))],
  'an extension gets a context': ['timing', (of) => { of.context.push({ expression: 'Procedure' }); }],
  'a value set gets a code': ['units-vs', (of) => { of.compose.include[0].concept.push({ code: 'mg' }); }],
  'a value set gets a system': ['units-vs', (of) => { of.compose.include.push({ system: 'http://loinc.org', concept: [{ code: '1-8' }] }); }],
  'a code system gets a code': ['kind-cs', (of) => { of.concept.push({ code: 'c' }); }],
  'an operation gets an optional parameter': ['check', (of) => { of.parameter.push({ name: 'why', use: 'in', min: 0, max: '1', type: 'code' }); }],
  'an operation answers more surely': ['check', (of) => { of.parameter[0].max = '*'; of.instance = true; }],
  'a server offers more': ['registry', (of) => { of.rest[0].resource[0].interaction.push({ code: 'vread' }); of.rest[0].resource.push({ type: 'Group', interaction: [{ code: 'read' }] }); }],
  'a client need do less': ['ehr', (of) => { of.rest[0].interaction = []; }],
  'a question is added': ['follow-up', (of) => { of.item.push({ linkId: '2', type: 'date' }); }],
};

for (const [what, [id, change]] of Object.entries(looser)) {
  test(`not stricter: ${what}`, () => assert.deepEqual(stricterBy(id, change), []));
}

test('a new artefact is not stricter', () => {
  const [old, fresh] = [[profile()], [profile(), ...others()]].map((definitions) => packageOf('0.1.0', definitions));
  assert.deepEqual(stricterChanges(old, fresh), []);
  assert.equal(isSame(old, fresh), false);
});

test('every word of a fingerprint has a rule by which it becomes stricter', () => {
  const all = packageOf('0.1.0', [profile(), ...others()]);
  assert.deepEqual(stricterChanges(all, all), []);
});

test('what has a version of its own keeps its contents under that version', () => {
  const released = packageOf('0.1.0', others());
  const changed = others().map((definition) => (definition.id === 'rules' ? { ...definition, action: [{ title: 'b' }] } : definition));
  assert.deepEqual(changedUnderOneVersion(released, packageOf('0.2.0', changed)), ['PlanDefinition/rules has other contents under its version 1.0.0']);
  const raised = changed.map((definition) => (definition.id === 'rules' ? { ...definition, version: '1.1.0' } : definition));
  assert.deepEqual(changedUnderOneVersion(released, packageOf('0.2.0', raised)), []);
  const published = others().map((definition) => ({ date: '2027-01-01', ...definition }));
  assert.deepEqual(changedUnderOneVersion(released, packageOf('0.2.0', published)), []);
});

test('the version rises by what changed', () => {
  assert.equal(lowestVersion('0.1.4', false, false), '0.1.4');
  assert.equal(lowestVersion('0.1.4', false, true), '0.1.5');
  assert.equal(lowestVersion('0.1.4', true, true), '0.2.0');
  assert.equal(lowestVersion('1.4.2', true, true), '2.0.0');
  assert.equal(lowestVersion('1.4.2', false, true), '1.4.3');
});

test('the change log tells of the version and of what became stricter in it', () => {
  const log = 'All.\n\n### 0.2.0\n\n- [Weight](StructureDefinition-weight.html) and `SearchParameter/old`\n\n### 0.1.0\n\n[Height](StructureDefinition-height.html)\n';
  assert.deepEqual(untold(log, '0.2.0', ['StructureDefinition/weight: Observation.note: at most 0, before *', 'SearchParameter/old was removed']), []);
  assert.deepEqual(untold(log, '0.2.0', ['StructureDefinition/height: Observation.note: at most 0, before *']), ['StructureDefinition/height']);
  assert.deepEqual(untold(log, '0.3.0', []), ['the version 0.3.0']);
});

test('versions are compared by number', () => {
  assert.ok(compareVersions('0.10.0', '0.9.9') > 0);
  assert.ok(compareVersions('1.0.0', '0.99.0') > 0);
  assert.equal(compareVersions('0.2.0', '0.2.0'), 0);
});
