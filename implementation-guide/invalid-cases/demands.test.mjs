// What a profile demands is found, what a resource does not meet is told, and a case breaks the one demand it is made for.

import assert from 'node:assert/strict';
import test from 'node:test';
import { defects, demandsOf, unmet } from './demands.mjs';
import { caseFor, placesOf } from './generated.mjs';
import { forest } from './tree.mjs';

const canonical = 'https://guide.example/fhir';
const clinic = `${canonical}/sid/clinic`;

const element = (id, path, min, max, said = {}) => ({ id, path: id.replace(/:\w+/g, ''), min, max, base: { path, min: 0, max: '*' }, ...said });
const once = (id, path, min, said) => element(id, path, min, '1', { base: { path, min: 0, max: '1' }, ...said });

const extension = {
  resourceType: 'StructureDefinition',
  id: 'timing',
  url: `${canonical}/StructureDefinition/timing`,
  type: 'Extension',
  snapshot: {
    element: [
      element('Extension', 'Extension', 0, '*', { constraint: [{ key: 'krn-tim-1' }] }),
      once('Extension.url', 'Extension.url', 1, { fixedUri: `${canonical}/StructureDefinition/timing` }),
      once('Extension.value[x]', 'Extension.value[x]', 1, { type: [{ code: 'code' }], binding: { strength: 'required', valueSet: `${canonical}/ValueSet/timing-vs` } }),
    ],
  },
};
const valueSet = { resourceType: 'ValueSet', url: `${canonical}/ValueSet/timing-vs`, compose: { include: [{ system: `${canonical}/CodeSystem/timing-cs`, concept: [{ code: 'before' }] }] } };
const profile = {
  resourceType: 'StructureDefinition',
  id: 'weight',
  url: `${canonical}/StructureDefinition/weight`,
  type: 'Observation',
  snapshot: {
    element: [
      element('Observation', 'Observation', 0, '*', { constraint: [{ key: 'krn-wgt-1' }, { key: 'obs-6' }] }),
      element('Observation.extension', 'DomainResource.extension', 1, '*', { type: [{ code: 'Extension' }], slicing: { discriminator: [{ type: 'value', path: 'url' }], rules: 'open' } }),
      element('Observation.extension:timing', 'DomainResource.extension', 1, '1', { type: [{ code: 'Extension', profile: [extension.url] }] }),
      element('Observation.identifier', 'Observation.identifier', 1, '*', { type: [{ code: 'Identifier' }], slicing: { discriminator: [{ type: 'value', path: 'system' }], rules: 'closed' } }),
      element('Observation.identifier:clinic', 'Observation.identifier', 0, '1', { type: [{ code: 'Identifier' }] }),
      once('Observation.identifier:clinic.system', 'Identifier.system', 1, { type: [{ code: 'uri' }], patternUri: clinic }),
      once('Observation.identifier:clinic.value', 'Identifier.value', 1, { type: [{ code: 'string' }] }),
      once('Observation.status', 'Observation.status', 1, { type: [{ code: 'code' }], patternCode: 'final' }),
      once('Observation.value[x]', 'Observation.value[x]', 1, { type: [{ code: 'integer' }] }),
      element('Observation.note', 'Observation.note', 0, '0', { type: [{ code: 'Annotation' }] }),
    ],
  },
};

const { treeOf, codesOf } = forest([profile, extension, valueSet]);
const root = treeOf(profile);
const valid = {
  resourceType: 'Observation',
  id: 'a',
  extension: [{ url: extension.url, valueCode: 'before' }],
  identifier: [{ system: clinic, value: '1' }],
  status: 'final',
  valueInteger: 5,
};

test('everything that a profile and its extensions ask is demanded, once', () => {
  assert.deepEqual(demandsOf(root).map(({ key }) => key), [
    'weight required Observation.extension',
    'weight required Observation.extension:timing',
    'timing required Extension.value[x]',
    'timing binding Extension.value[x]',
    'weight required Observation.identifier',
    'weight slicing Observation.identifier',
    // The system tells the slice: another system is another identifier.
    'weight required Observation.identifier:clinic.value',
    'weight required Observation.status',
    'weight pattern Observation.status',
    'weight required Observation.value[x]',
    'weight forbidden Observation.note',
    'weight invariant krn-wgt-1',
    'timing invariant krn-tim-1',
  ]);
});

const broken = {
  'a missing element': [{ status: undefined }, ['weight required Observation.status']],
  'a missing extension': [{ extension: [] }, ['weight required Observation.extension', 'weight required Observation.extension:timing']],
  'an extension without a value': [{ extension: [{ url: extension.url }] }, ['timing required Extension.value[x]']],
  'a code of no value set': [{ extension: [{ url: extension.url, valueCode: 'later' }] }, ['timing binding Extension.value[x]']],
  'an item of no slice': [{ identifier: [{ system: 'urn:other', value: '1' }] }, ['weight slicing Observation.identifier']],
  'an element missing in a slice': [{ identifier: [{ system: clinic }] }, ['weight required Observation.identifier:clinic.value']],
  'a slice that is there twice': [{ identifier: [{ system: clinic, value: '1' }, { system: clinic, value: '2' }] }, ['weight repeated Observation.identifier:clinic']],
  'another value than is fixed': [{ status: 'amended' }, ['weight pattern Observation.status']],
  'another type': [{ valueInteger: undefined, valueString: 'five' }, ['weight type Observation.value[x]']],
  'a forbidden element': [{ note: [{ text: 'words' }] }, ['weight forbidden Observation.note']],
};

for (const [what, [change, keys]] of Object.entries(broken)) {
  test(`not met: ${what}`, () => assert.deepEqual([...unmet(root, JSON.parse(JSON.stringify({ ...valid, ...change })), codesOf)], keys));
}

test('a valid resource meets everything', () => assert.deepEqual([...unmet(root, valid, codesOf)], []));

test('defects are told apart by where they are', () => {
  assert.deepEqual(defects(['weight required Observation.extension', 'weight required Observation.extension:timing']).length, 1);
  assert.deepEqual(defects(['weight binding Observation.code', 'weight required Observation.code.coding']).length, 1);
  assert.deepEqual(defects(['weight required Observation.status', 'weight required Observation.subject']).length, 2);
});

test('a case is made for every demand that has no rule of its own', () => {
  const made = demandsOf(root).filter(({ kind }) => kind !== 'invariant' && kind !== 'slicing').map((demand) => [demand.key, caseFor(demand, root, placesOf(root, [valid], codesOf), codesOf)]);
  for (const [key, found] of made) {
    assert.ok(found, key);
  }
  const [rule, what, example, change, place] = made.find(([key]) => key === 'timing binding Extension.value[x]')[1];
  assert.deepEqual([rule, what, example, change, place],
    ['binding', 'timing-value', valid, { kind: 'having', path: 'extension[0].valueCode', value: 'no-such-code' }, 'Observation.extension.value.ofType(code)']);
});

test('no case is made where no example has the element', () => {
  const demand = demandsOf(root).find(({ key }) => key === 'weight required Observation.status');
  assert.equal(caseFor(demand, root, placesOf(root, [{ resourceType: 'Observation' }], codesOf), codesOf), undefined);
});
