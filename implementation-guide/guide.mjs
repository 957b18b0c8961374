// Reads what compile.mjs made: the package of the guide, and the definitions of FHIR R4 that it was compiled against.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { corePackage } from './core-package.mjs';
import { readJson } from './package-files.mjs';

export const guideFolder = path.dirname(fileURLToPath(import.meta.url));
export const pagesFolder = path.join(guideFolder, 'input', 'pagecontent');
export const packageFolder = path.join(guideFolder, '..', 'profiles', 'package');

const coreFolder = path.join(guideFolder, '.fhir', 'home', '.fhir', 'packages', `${corePackage.name}#${corePackage.version}`, 'package');
const coreResources = new Map();

function readAll(folder) {
  return fs.readdirSync(folder).filter((name) => /^[A-Z].*\.json$/.test(name)).sort()
    .map((name) => readJson(path.join(folder, name)));
}

/** The definitions of the package, its examples, the resource that describes the guide itself, and the texts of its pages. */
export function readGuide() {
  const definitions = readAll(packageFolder);
  return {
    definitions,
    examples: readAll(path.join(packageFolder, 'example')),
    guide: definitions.find(({ resourceType }) => resourceType === 'ImplementationGuide'),
    pages: new Map(fs.readdirSync(pagesFolder).filter((name) => name.endsWith('.md')).sort()
      .map((name) => [name.replace('.md', '.html'), fs.readFileSync(path.join(pagesFolder, name), 'utf8')])),
  };
}

/** A resource of FHIR R4 by type and id, or undefined; compile.mjs has laid it out. */
export function coreResource(type, id) {
  const name = `${type}-${id}.json`;
  if (!coreResources.has(name)) {
    const file = path.join(coreFolder, name);
    coreResources.set(name, fs.existsSync(file) ? readJson(file) : undefined);
  }
  return coreResources.get(name);
}

/** What FHIR R4 itself says of the element that an element of a snapshot goes back to. */
export function coreElement({ base }) {
  const [type] = base.path.split('.');
  const definition = coreResource('StructureDefinition', type);
  return definition?.snapshot.element.find((element) => element.path === base.path);
}

/** All resources of FHIR R4 of one type, by their URL. */
export function coreByUrl(type) {
  const index = readJson(path.join(coreFolder, '.index.json')).files.filter(({ resourceType }) => resourceType === type);
  return new Map(index.map(({ url, id }) => [url, () => coreResource(type, id)]));
}

/** Where an artefact's page is, as HL7's IG Publisher names it, and what the artefact is called in a reference. */
export const referenceOf = ({ resourceType, id }) => `${resourceType}/${id}`;
export const pageOf = ({ resourceType, id }) => `${resourceType}-${id}.html`;
