// Writes the page on which every requirement leads to the artefacts that carry it, from what the artefacts say.
//
//   node traceability.mjs            writes input/pagecontent/traceability.md
//   node traceability.mjs --check    fails when the page is not what the artefacts say
//
// Both fail when a requirement has no artefact and when an artefact names a requirement that does not exist.

import fs from 'node:fs';
import path from 'node:path';
import { guideFolder, pageOf, pagesFolder, readGuide, referenceOf } from './guide.mjs';
import { purposeForm } from './lint/definitions.mjs';
import { readJson } from './package-files.mjs';

const page = path.join(pagesFolder, 'traceability.md');
const { sources, requirements } = readJson(path.join(guideFolder, 'requirements.json'));

/** The kinds of artefact in the order of the page, each with the resource that it is. */
const kinds = {
  Profiles: ({ resourceType, type }) => resourceType === 'StructureDefinition' && type !== 'Extension',
  Extensions: ({ resourceType, type }) => resourceType === 'StructureDefinition' && type === 'Extension',
  Invariants: () => false,
  'Practice rules': () => false,
  'Value sets': ({ resourceType }) => resourceType === 'ValueSet',
  'Code systems': ({ resourceType }) => resourceType === 'CodeSystem',
  Codes: () => false,
  'Rule sets': ({ resourceType }) => resourceType === 'PlanDefinition',
  Measures: ({ resourceType }) => resourceType === 'Measure',
  Questionnaires: ({ resourceType }) => resourceType === 'Questionnaire',
  Operations: ({ resourceType }) => resourceType === 'OperationDefinition',
  'Search parameters': ({ resourceType }) => resourceType === 'SearchParameter',
  'Capability statements': ({ resourceType }) => resourceType === 'CapabilityStatement',
  'Identifier systems': ({ resourceType }) => resourceType === 'NamingSystem',
  'Libraries and maps': ({ resourceType }) => /^(Library|ConceptMap)$/.test(resourceType),
  Pages: () => false,
  Examples: () => false,
};

/** Ids that stand at the beginning of a purpose. */
const leading = (text) => text?.match(purposeForm)?.groups.ids.split(', ') ?? [];

/** Ids that stand in brackets after a word, as in “the interval for reflection (R15)”; E2B (R3) is a standard. */
const bracketed = (text) => [...(text ?? '').matchAll(/(?<!E2B)\s\(((?:[RS]\d+)(?:(?:, | and )[RS]\d+)*)\)/g)].flatMap(([, ids]) => ids.split(/, | and /));

/** Everything that names a requirement: its kind, its title, its page, and the ids. */
function carriers({ definitions, examples, guide, pages }) {
  const listed = new Map(guide.definition.resource.map(({ reference, name, description }) => [reference.reference, { name, description }]));
  const titleOf = (resource) => resource.title ?? listed.get(referenceOf(resource))?.name ?? resource.name ?? resource.id;
  const kindOf = (resource) => Object.keys(kinds).find((kind) => kinds[kind](resource));

  const own = definitions.filter(kindOf).map((definition) => ({
    kind: kindOf(definition),
    title: titleOf(definition),
    target: pageOf(definition),
    ids: definition.purpose === undefined ? bracketed(definition.description) : leading(definition.purpose),
  }));
  const codes = definitions.filter(({ resourceType }) => resourceType === 'CodeSystem').flatMap((system) => system.concept.map(({ display, definition }) => ({
    kind: system.id === 'practice-rule-cs' ? 'Practice rules' : 'Codes', title: display, target: pageOf(system), ids: bracketed(definition),
  })));
  const invariants = definitions.filter(({ resourceType }) => resourceType === 'StructureDefinition').flatMap((definition) => definition.differential.element
    .flatMap(({ constraint }) => constraint ?? []).map(({ key, requirements: ids }) => ({ kind: 'Invariants', title: key, target: pageOf(definition), ids: leading(ids) })));
  const shown = examples.map((example) => ({
    kind: 'Examples', title: titleOf(example), target: pageOf(example), ids: bracketed(listed.get(referenceOf(example))?.description),
  }));
  const told = [...pages].filter(([name]) => name !== 'traceability.html').map(([name, text]) => ({
    kind: 'Pages', title: pageTitle(guide.definition.page, name), target: name, ids: bracketed(text),
  }));
  return [...own, ...codes, ...invariants, ...shown, ...told].filter(({ ids }) => ids.length > 0);
}

function pageTitle(at, name) {
  return at.nameUrl === name ? at.title : (at.page ?? []).map((below) => pageTitle(below, name)).find(Boolean);
}

function written(all) {
  const rows = (id) => Object.keys(kinds).map((kind) => [kind, all.filter((carrier) => carrier.kind === kind && carrier.ids.includes(id))])
    .filter(([, found]) => found.length > 0)
    .map(([kind, found]) => `| ${kind} | ${links(found).join(', ')} |`);
  return [
    'Every requirement that this guide serves, and the artefacts that carry it. The page is made from the artefacts and is never edited: an artefact names its requirements in its `purpose`, which begins with their ids, and an invariant in its `requirements`. What has neither in FHIR R4 (codes, identifier systems, examples, pages) names them in brackets where they belong in its text.',
    '',
    '### Sources',
    '',
    ...Object.entries(sources).map(([name, words]) => `- **${name}**: ${words}`),
    '',
    ...requirements.flatMap(({ id, name, words, source }) => [
      `### ${id} ${name}`, '', `${words} *Source: ${source}.*`, '', '| kind | artefacts |', '|---|---|', ...rows(id), '',
    ]),
  ].join('\n');
}

/** One link for each artefact; an invariant that several profiles share leads to the first. */
function links(found) {
  const named = found.map(({ kind, title, target }) => [kind === 'Invariants' ? title : `${title} ${target}`, `[${title}](${target})`]);
  return [...new Map(named.reverse()).values()].reverse();
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

const all = carriers(readGuide());
const known = requirements.map(({ id }) => id);
const text = written(all);
if (process.argv.includes('--check')) {
  if (!fs.existsSync(page) || fs.readFileSync(page, 'utf8') !== text) {
    fail('The page on traceability is not what the artefacts say; run node traceability.mjs.');
  }
} else {
  fs.writeFileSync(page, text);
}
const unknown = all.flatMap(({ title, target, ids }) => ids.filter((id) => !known.includes(id)).map((id) => `${title} (${target}) names ${id}`));
if (unknown.length > 0) {
  fail(`These name requirements that requirements.json has not:\n${unknown.join('\n')}`);
}
const empty = requirements.filter(({ id }) => !all.some(({ ids }) => ids.includes(id)));
if (empty.length > 0) {
  fail(`No artefact carries ${empty.map(({ id, name }) => `${id} (${name})`).join(', ')}.`);
}
console.log(`${requirements.length} requirements lead to ${all.length} artefacts.`);
