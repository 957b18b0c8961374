// Builds the invalid examples: one defect each, made from a valid example of the compiled package.
//
//   node invalid.mjs            writes invalid/<profile>/<rule>--<what>.json and invalid/expected.json
//   node invalid.mjs --check    fails when the folder is not what the script makes
//
// Missing required elements, forbidden words and persons, wrong codes and foreign extensions follow from the profiles;
// the rest is written by hand in invalid-cases/. Every invariant of a profile must have a case.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { adding, having, without } from './invalid-cases/defects.mjs';
import { cases } from './invalid-cases/index.mjs';
import { comparePackages, readJson, writeJson } from './package-files.mjs';

const guide = path.dirname(fileURLToPath(import.meta.url));
const target = path.join(guide, 'invalid');
const compiled = path.join(guide, '..', 'profiles', 'package');

/** Values for elements that a profile forbids because they hold words, persons or places. */
const forbiddenValues = {
  string: 'Jane Doe',
  markdown: 'Jane Doe',
  HumanName: { family: 'Doe', given: ['Jane'] },
  ContactPoint: { system: 'phone', value: '+44 20 7946 0000' },
  Address: { country: 'GB' },
  Attachment: { contentType: 'image/png', data: 'iVBORw0KGgo=' },
  Annotation: { text: 'Jane Doe' },
};
const forbiddenElements = {
  'Patient.contact': { name: { family: 'Doe' } },
  'Patient.communication': { language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'en' }] } },
  'Patient.link': { other: { reference: 'Patient/other' }, type: 'seealso' },
  'Patient.generalPractitioner': { reference: 'Practitioner/doe' },
  'Organization.contact': { name: { family: 'Doe' } },
  'Encounter.location': { location: { reference: 'Location/room' } },
  'EpisodeOfCare.careManager': { reference: 'Practitioner/doe' },
  'MedicationAdministration.performer': { actor: { reference: 'Practitioner/doe' } },
  'MedicationDispense.performer': { actor: { reference: 'Practitioner/doe' } },
  'MedicationDispense.receiver': { reference: 'Practitioner/doe' },
  'AdverseEvent.recorder': { reference: 'Practitioner/doe' },
  'AdverseEvent.contributor': { reference: 'Practitioner/doe' },
  'AdverseEvent.location': { reference: 'Location/room' },
  'Consent.performer': { reference: 'Practitioner/doe' },
  'Consent.verification': { verified: true },
  'Observation.performer': { reference: 'Practitioner/doe' },
  'PractitionerRole.practitioner': { reference: 'Practitioner/doe' },
  'PractitionerRole.location': { reference: 'Location/room' },
  'PractitionerRole.notAvailable': { description: 'Jane Doe' },
  'MedicationRequest.performer': { reference: 'Practitioner/doe' },
  'MedicationRequest.recorder': { reference: 'Practitioner/doe' },
  'MedicationStatement.informationSource': { reference: 'Practitioner/doe' },
  'Condition.recorder': { reference: 'Practitioner/doe' },
  'Condition.asserter': { reference: 'Practitioner/doe' },
};

function changed(resource, changes) {
  const copy = structuredClone(resource);
  for (const { kind, path: location, value } of [changes].flat()) {
    const steps = location.split('.');
    const last = steps.pop();
    const parent = steps.reduce((node, step) => find(node, step), copy);
    if (parent === undefined) {
      throw new Error(`${location} is not in ${resource.resourceType}/${resource.id}`);
    }
    const [, name, selector] = last.match(/^([A-Za-z]+)(.*)$/);
    if (kind === 'adding') {
      parent[name] = [...(parent[name] ?? []), value];
    } else if (selector) {
      const index = parent[name].indexOf(find(parent, last));
      parent[name].splice(index, 1, ...(kind === 'having' ? [value] : []));
      if (parent[name].length === 0) {
        delete parent[name];
      }
    } else if (kind === 'having') {
      parent[name] = value;
    } else if (name in parent) {
      delete parent[name];
    } else {
      throw new Error(`${location} is not in ${resource.resourceType}/${resource.id}`);
    }
  }
  return copy;
}

/** One step down: name, name[index], extension(name) by the end of its url, action(code) by its code. */
function find(node, step) {
  const [, name, index, key] = step.match(/^([A-Za-z]+)(?:\[(\d+)\]|\(([^)]+)\))?$/);
  if (key !== undefined) {
    return node[name].find((item) => (name === 'extension' ? item.url.split('/').at(-1) : item.code[0].coding[0].code) === key);
  }
  return index === undefined ? node?.[name] : node?.[name]?.[Number(index)];
}

/** The steps in a resource to the first instance of an element, or undefined when the resource has none. */
function stepsTo(profile, elementId, resource) {
  const steps = [];
  let node = resource;
  const segments = elementId.split('.').slice(1);
  for (const [position, segment] of segments.entries()) {
    const [base, slice] = segment.split(':');
    const name = base.replace('[x]', '');
    const key = base.endsWith('[x]') ? Object.keys(node).find((k) => new RegExp(`^${name}[A-Z]`).test(k)) : name;
    if (key === undefined || node[key] === undefined) {
      return undefined;
    }
    let step = key;
    if (name === 'extension') {
      const slicePath = `${profile.type}.${segments.slice(0, position + 1).join('.')}`;
      const url = profile.snapshot.element.find(({ id }) => id === slicePath).type[0].profile?.[0];
      if (!url || !node.extension.some((item) => item.url === url)) {
        return undefined;
      }
      step = `extension(${url.split('/').at(-1)})`;
    } else if (Array.isArray(node[key])) {
      const index = slice ? indexOfSlice(profile, segments.slice(0, position + 1), node[key]) : 0;
      if (index < 0) {
        return undefined;
      }
      step = `${key}[${index}]`;
    } else if (slice && base.endsWith('[x]') && key !== slice) {
      return undefined;
    }
    steps.push(step);
    node = find(node, step);
  }
  return steps;
}

/** The index of the first item that agrees with everything the profile fixes in a slice. */
function indexOfSlice(profile, segments, items) {
  const prefix = `${profile.type}.${segments.join('.')}`;
  const fixed = profile.snapshot.element.filter(({ id }) => id === prefix || id.startsWith(`${prefix}.`)).flatMap((element) => {
    const key = Object.keys(element).find((name) => /^(fixed|pattern)/.test(name));
    return key ? [{ steps: element.id.slice(prefix.length + 1).split('.').filter(Boolean).map((s) => s.split(':')[0]), value: element[key] }] : [];
  });
  return items.findIndex((item) => fixed.every(({ steps, value }) => agrees(steps.reduce(
    (node, step) => (Array.isArray(node?.[step.replace('[x]', 'Quantity')]) ? node[step][0] : node?.[step.replace('[x]', 'Quantity')]), item), value)));
}

function agrees(found, pattern) {
  if (typeof pattern !== 'object') {
    return found === pattern;
  }
  return Object.entries(pattern).every(([key, value]) => (Array.isArray(value)
    ? value.every((item) => (found?.[key] ?? []).some((candidate) => agrees(candidate, item)))
    : agrees(found?.[key], value)));
}

/** The path to an element, or to all its repetitions when it is no slice. */
function wholeElement(elementId, steps) {
  const path = steps.join('.');
  return elementId.split('.').at(-1).includes(':') ? path : path.replace(/\[\d+\]$/, '');
}

/** Where a validator reports the element that some steps lead to: without indices, a choice with its type. */
function locationOf(elementId, steps) {
  const [type, ...segments] = elementId.split('.');
  const primitives = new Set(['Boolean', 'Canonical', 'Code', 'Date', 'DateTime', 'Integer', 'String']);
  return [type, ...steps.map((step, depth) => {
    const [element] = segments[depth].split(':');
    const key = step.replace(/[[(].*$/, '');
    const name = element.replace('[x]', '');
    const kind = key.slice(name.length);
    return name === element ? key : `${name}.ofType(${primitives.has(kind) ? kind[0].toLowerCase() + kind.slice(1) : kind})`;
  })].join('.');
}

const slug = (elementId) => elementId.split('.').slice(1).join('-').replaceAll('[x]', '').replaceAll(':', '-')
  .replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();

function casesFromProfile(profile, examples) {
  const made = [];
  const withElement = (elementId) => examples.map((resource) => ({ resource, steps: stepsTo(profile, elementId, resource) }))
    .find(({ steps }) => steps);
  // An error in what tells a slice from others is an error of the slice, which has its case by hand.
  const tellsSlice = /category:VSCat|code\.coding:\w+|component:\w+\.code|output:\w+\.type|coding:(substance|class|condition)\.system|identifier:\w+\.system|section:\w+(\.code)?$/;
  const isOwnElement = ({ id }) => !/(^|\.)(text|meta|contained)$/.test(id) && !/extension(:[^.]*)?\./.test(id) && !tellsSlice.test(id);

  for (const element of profile.snapshot.element.filter(({ id }) => id.includes('.')).filter(isOwnElement)) {
    const present = withElement(element.id);
    if (element.min > 0 && present) {
      // The slice of a choice repeats what is required of the choice.
      if (!/\[x\]:\w+$/.test(element.id)) {
        made.push(['required', slug(element.id), present.resource, without(wholeElement(element.id, present.steps)), locationOf(element.id, present.steps.slice(0, -1))]);
      }
    }
    const pattern = Object.keys(element).find((key) => /^(fixed|pattern)/.test(key));
    if (pattern && present && !/coding:\w+$/.test(element.id)) {
      const isConcept = typeof element[pattern] === 'object';
      made.push(['pattern', slug(element.id), present.resource,
        having([...present.steps, ...(isConcept ? ['coding[0]', 'code'] : [])].join('.'), pattern.endsWith('Uri') ? 'http://example.org/other' : 'other'),
        locationOf(element.id, present.steps)]);
    } else if (element.binding?.strength === 'required' && present && !/coding:\w+$|identifier\.use$/.test(element.id) && !pattern) {
      const steps = { CodeableConcept: ['coding[0]', 'code'], Coding: ['code'], Quantity: ['code'], code: [] }[element.type[0].code];
      made.push(['binding', slug(element.id), present.resource, having([...present.steps, ...steps].join('.'), 'no-such-code'), locationOf(element.id, present.steps)]);
    }
  }

  for (const element of profile.snapshot.element.filter(({ max }) => max === '0').filter(isForbiddenHere)) {
    const value = forbiddenElements[element.path] ?? forbiddenValues[element.type?.[0]?.code];
    const parentId = element.id.split('.').slice(0, -1).join('.');
    const parent = parentId.includes('.') ? withElement(parentId) : { resource: examples[0], steps: [] };
    if (value !== undefined && parent) {
      const name = element.id.split('.').at(-1);
      const change = element.base.max === '1' ? having : adding;
      made.push(['forbidden', slug(element.id), parent.resource, change([...parent.steps, name].join('.'), value), locationOf(parentId, parent.steps)]);
    }
  }

  if (examples[0].identifier !== undefined) {
    const identifier = Array.isArray(examples[0].identifier) ? 'identifier[0]' : 'identifier';
    const foreign = { url: 'http://hl7.org/fhir/StructureDefinition/identifier-validDate', valueDateTime: '2026-09-14' };
    made.push(['krn-rec-1', 'foreign-extension', examples[0], adding(`${identifier}.extension`, foreign), profile.type]);
    made.push(['krn-rec-2', 'identifier-system-not-absolute', examples[0], having(`${identifier}.system`, 'mrn'), `${profile.type}.identifier.system`]);
  }
  return made;

  function isForbiddenHere({ id }) {
    return !/(implicitRules|modifierExtension|\[x\]|extension.*)$/.test(id) && !/^Extension/.test(id);
  }
}

function build(folder) {
  const readAll = (directory) => fs.readdirSync(directory).filter((name) => /^[A-Z].*\.json$/.test(name)).sort()
    .map((name) => [name.replace('.json', ''), readJson(path.join(directory, name))]);
  const definitions = readAll(compiled);
  const examples = new Map([...readAll(path.join(compiled, 'example')), ...definitions.filter(([name]) => /^(PlanDefinition|Measure)-/.test(name))]);
  const profiles = definitions.map(([, resource]) => resource)
    .filter(({ resourceType, type, id }) => resourceType === 'StructureDefinition' && type !== 'Extension' && id !== 'ketamine-medication');
  const expected = {};
  for (const profile of profiles) {
    const own = [...examples.values()].filter(({ meta }) => meta?.profile?.includes(profile.url));
    const byHand = (cases[profile.id] ?? []).map(([rule, what, example, ...rest]) => [rule, what, examples.get(example), ...rest]);
    for (const [rule, what, resource, change, expression] of [...casesFromProfile(profile, own), ...byHand]) {
      const file = `${profile.id}/${rule}--${what}.json`;
      if (expected[file]) {
        throw new Error(`${file} is made twice`);
      }
      writeJson(path.join(folder, file), changed(resource, change));
      expected[file] = { rule, expression };
    }
    requireInvariants(profile, expected);
  }
  writeJson(path.join(folder, 'expected.json'), Object.fromEntries(Object.entries(expected).sort(([a], [b]) => (a < b ? -1 : 1))));
  return Object.keys(expected).length;
}

function requireInvariants(profile, expected) {
  const keys = profile.differential.element.flatMap(({ constraint }) => constraint ?? []).map(({ key }) => key);
  const missing = keys.filter((key) => !Object.keys(expected).some((file) => file.startsWith(`${profile.id}/${key}--`)));
  if (missing.length > 0) {
    throw new Error(`${profile.id} has no invalid example for ${[...new Set(missing)].join(', ')}`);
  }
}

if (process.argv.includes('--check')) {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'invalid-'));
  build(temporary);
  const differences = comparePackages(temporary, target);
  fs.rmSync(temporary, { recursive: true });
  if (differences.length > 0) {
    console.error(`The invalid examples are not what the script makes; run node invalid.mjs:\n${differences.join('\n')}`);
    process.exit(1);
  }
  console.log('The invalid examples are what the script makes.');
} else {
  fs.rmSync(target, { recursive: true, force: true });
  console.log(`Wrote ${build(target)} invalid examples.`);
}
