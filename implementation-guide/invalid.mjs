// Builds the invalid examples: one defect each, made from a valid example of the compiled package.
//
//   node invalid.mjs            writes invalid/<profile>/<rule>--<what>.json and invalid/expected.json
//   node invalid.mjs --check    fails when the folder is not what the script makes
//
// What a profile demands follows from its snapshot: see invalid-cases/demands.mjs. Every demand has a case; those that are
// not written by hand in invalid-cases/ are made from the valid examples. Both ways of running fail when a demand has no
// case, when a case has a second defect, and when the valid examples of a profile are too few, invalid, or don't show
// what must be supported.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readGuide, guideFolder } from './guide.mjs';
import { adding, having } from './invalid-cases/defects.mjs';
import { defects, demandsOf, isFhirsOwn, unmet, unshown } from './invalid-cases/demands.mjs';
import { caseFor, placesOf } from './invalid-cases/generated.mjs';
import { cases } from './invalid-cases/index.mjs';
import { allNodes, forest, isAlwaysContained, walk } from './invalid-cases/tree.mjs';
import { comparePackages, writeJson } from './package-files.mjs';

const target = path.join(guideFolder, 'invalid');

function changed(resource, changes) {
  const copy = structuredClone(resource);
  for (const { kind, path: location, value } of [changes].flat()) {
    const steps = location.split('.');
    const last = steps.pop();
    const parent = steps.reduce((node, step) => find(node, step), copy);
    if (parent === undefined) {
      throw new Error(`${location} is not in ${resource.resourceType}/${resource.id}`);
    }
    const [, name, selector] = last.match(/^(_?[A-Za-z]+)(.*)$/);
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
      // What stands beside a value in JSON is part of the element.
      delete parent[`_${name}`];
    } else {
      throw new Error(`${location} is not in ${resource.resourceType}/${resource.id}`);
    }
  }
  return withoutEmptySides(copy);
}

/** JSON has nothing beside a primitive value that has neither id nor extension. */
function withoutEmptySides(node) {
  if (node !== null && typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) {
      if (key.startsWith('_') && Object.keys(withoutEmptySides(value)).length === 0) {
        delete node[key];
      } else {
        withoutEmptySides(value);
      }
    }
  }
  return node;
}

/** One step down: name, name[index], extension(name) by the end of its url, action(code) by its code. */
function find(node, step) {
  const [, name, index, key] = step.match(/^(_?[A-Za-z]+)(?:\[(\d+)\]|\(([^)]+)\))?$/);
  if (key !== undefined) {
    return node[name].find((item) => (name === 'extension' ? item.url.split('/').at(-1) : item.code[0].coding[0].code) === key);
  }
  return index === undefined ? node?.[name] : node?.[name]?.[Number(index)];
}

/** Rules that hold for every record and need no example of its own. */
function casesOfEveryRecord(profile, [example]) {
  const has = (key) => profile.snapshot.element.some(({ constraint }) => constraint?.some((one) => one.key === key));
  const [identifier, place] = identifierOf(example);
  const foreign = { url: 'http://hl7.org/fhir/StructureDefinition/identifier-validDate', valueDateTime: '2026-09-14' };
  return [
    ...(has('krn-rec-1') ? [['krn-rec-1', 'foreign-extension', example, adding(`${identifier}.extension`, foreign), profile.type]] : []),
    ...(has('krn-rec-2') ? [['krn-rec-2', 'identifier-system-not-absolute', example, having(`${identifier}.system`, 'mrn'), `${profile.type}.${place}.system`]] : []),
  ];
}

/** Where the identifier of a record stands, and how a validator calls that place; Provenance has it as an extension. */
function identifierOf(example) {
  if (example?.resourceType === 'Provenance') {
    return ['extension(import-identifier).valueIdentifier', 'extension.value.ofType(Identifier)'];
  }
  return [Array.isArray(example?.identifier) ? 'identifier[0]' : 'identifier', 'identifier'];
}

function build(folder) {
  const { definitions, examples } = readGuide();
  const { treeOf, codesOf } = forest(definitions);
  // Rule sets and measures are examples of their profiles, and definitions too.
  const all = [...examples, ...definitions.filter(({ meta }) => meta?.profile)];
  const named = new Map(all.map((resource) => [`${resource.resourceType}-${resource.id}`, resource]));
  const profiles = definitions.filter(({ resourceType, type }) => resourceType === 'StructureDefinition' && type !== 'Extension')
    .filter((profile) => !isAlwaysContained(profile))
    .map((profile) => ({ profile, root: treeOf(profile), own: all.filter(({ meta }) => meta?.profile?.includes(profile.url)) }))
    .map((one) => ({ ...one, demands: demandsOf(one.root) }));
  const complaints = profiles.flatMap((one) => complaintsAboutExamples(one, codesOf));
  const expected = {};
  const met = new Set();

  for (const one of profiles) {
    for (const [rule, what, example, ...rest] of cases[one.profile.id] ?? []) {
      write(one, [rule, what, named.get(example), ...rest]);
    }
    casesOfEveryRecord(one.profile, one.own).forEach((made) => write(one, made));
  }
  for (const one of profiles) {
    const places = placesOf(one.root, one.own, codesOf);
    for (const demand of one.demands) {
      const made = met.has(demand.key) ? undefined : caseFor(demand, one.root, places, codesOf);
      if (made) {
        write(one, made);
      }
    }
  }
  for (const { profile, demands } of profiles) {
    for (const { key, node } of demands.filter((demand) => !met.has(demand.key) && !isFhirsOwn(demand.node))) {
      met.add(key);
      complaints.push(`${profile.id}: no invalid example for ${key}; add a valid example that has ${node.id}, or a case in invalid-cases/`);
    }
  }
  if (complaints.length > 0) {
    console.error(`${complaints.join('\n')}\n${complaints.length} complaint(s) about the examples.`);
    process.exit(1);
  }
  writeJson(path.join(folder, 'expected.json'), Object.fromEntries(Object.entries(expected).sort(([a], [b]) => (a < b ? -1 : 1))));
  return Object.keys(expected).length;

  function write({ profile, root, demands }, [rule, what, example, change, expression]) {
    const file = `${profile.id}/${rule}--${what}.json`;
    if (expected[file] || !example) {
      throw new Error(`${file} is made ${example ? 'twice' : 'from an example that does not exist'}`);
    }
    const resource = changed(example, change);
    const broken = unmet(root, resource, codesOf);
    if (defects(broken).length > 1) {
      complaints.push(`${file} has more than one defect: ${[...broken].join(', ')}`);
    }
    broken.forEach((key) => met.add(key));
    // An invariant is known by its key; whose it is follows from the profile.
    demands.filter((demand) => demand.rule === rule).forEach(({ key }) => met.add(key));
    writeJson(path.join(folder, file), resource);
    expected[file] = { rule, expression };
  }
}

/**
 * Every profile has two examples and more, each valid, and together they show what must be supported, and each slice
 * and extension: so HL7's validator has told each by what tells it from others.
 */
function complaintsAboutExamples({ profile, root, own }, codesOf) {
  const shown = new Set(unshown.filter((one) => one.profile === profile.id).map(({ id }) => id));
  own.forEach((resource) => walk(root, resource, (node, items) => items.length > 0 && shown.add(node.id), codesOf));
  const slices = allNodes(root).filter(({ owner, slice, parent, element }) => slice && owner === profile.id && !parent.isChoice && element.max !== '0');
  return [
    ...(own.length < 2 ? [`${profile.id} has ${own.length} valid example(s)`] : []),
    ...own.flatMap((resource) => [...unmet(root, resource, codesOf)].map((key) => `${resource.resourceType}/${resource.id} does not meet ${key}`)),
    ...profile.differential.element.filter(({ id, mustSupport }) => mustSupport && !shown.has(id))
      .map(({ id }) => `${profile.id}: no example has ${id}, which must be supported`),
    ...slices.filter(({ id, element }) => !element.mustSupport && !shown.has(id)).map(({ id }) => `${profile.id}: no example has ${id}`),
  ];
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
