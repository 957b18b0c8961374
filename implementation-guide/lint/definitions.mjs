// What every definition of the guide says of itself, and that everything it points at exists.

import { coreByUrl, coreResource, referenceOf } from '../guide.mjs';
import { compareVersions } from '../released/comparison.mjs';
import { codesOf } from './codes.mjs';

const pascalCase = /^[A-Z][A-Za-z0-9]*$/;
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** How the names and ids of a kind end or look, where it is not the usual. */
const naming = {
  ValueSet: { name: /^[A-Z][A-Za-z0-9]*VS$/, id: /^[a-z0-9-]+-vs$/ },
  CodeSystem: { name: /^[A-Z][A-Za-z0-9]*CS$/, id: /^[a-z0-9-]+-cs$/ },
  SearchParameter: { name: pascalCase, id: /^[A-Z][A-Za-z]+-[a-z-]+$/ },
  // A library of CQL has the name that other libraries include it by.
  Library: { name: pascalCase, id: /^([A-Z][A-Za-z]+|[a-z0-9]+(-[a-z0-9]+)*)$/ },
  ImplementationGuide: { name: pascalCase, id: /^[a-z.]+$/ },
};

/** Definitions with a version of their own, because records name it. */
const ownVersion = /^(PlanDefinition\/practice-rule-set-|Library\/patient-information-sheet)/;

/** Definitions of another guide that are restated here, under the other guide's URL. */
const restated = [[/^StructureDefinition\/(backport-|capabilitystatement-subscriptiontopic-)/, 'http://hl7.org/fhir/uv/subscriptions-backport']];

/** Definitions of what servers offer. */
const offered = /^(CapabilityStatement|OperationDefinition)$/;

/** What a definition says of itself, wherever FHIR R4 has the element. */
const metadata = ['url', 'version', 'name', 'title', 'status', 'experimental', 'date', 'publisher', 'contact', 'description', 'jurisdiction', 'purpose'];

/** Code systems of others, and what a copyright notice says of them. */
const notices = {
  'http://snomed.info/sct': /SNOMED International/,
  'http://loinc.org': /Regenstrief Institute.*LOINC|LOINC.*Regenstrief Institute/,
  'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl': /National Cancer Institute/,
  'http://unitsofmeasure.org': /UCUM Organization/,
  'http://www.whocc.no/atc': /WHO Collaborating Centre for Drug Statistics Methodology/,
};

/** Ids at the beginning of a purpose, and what follows them: nothing, or why. */
export const purposeForm = /^(?<ids>[RS]\d+(, [RS]\d+)*)(: .+\.)?$/s;

const has = (type, element) => coreResource('StructureDefinition', type).snapshot.element.some(({ path }) => path === `${type}.${element}`);

/** What is wrong with a definition in itself. */
export function complaintsAbout(definition, guide) {
  const complaints = [];
  const complain = (is, what) => is || complaints.push(what);
  const { resourceType, id } = definition;
  const reference = referenceOf(definition);
  const canonical = guide.url.replace(/\/ImplementationGuide\/.*/, '');
  const isOfTheGuide = !ownVersion.test(reference);

  for (const element of metadata.filter((name) => has(resourceType, name) && !(resourceType === 'ImplementationGuide' && name === 'purpose'))) {
    complain(definition[element] !== undefined, `has no ${element}`);
  }
  const { name: nameForm, id: idForm } = naming[resourceType] ?? { name: pascalCase, id: kebabCase };
  complain(nameForm.test(definition.name), `has the name ${definition.name}`);
  complain(idForm.test(id), `has the id ${id}`);
  complain(!has(resourceType, 'url') || definition.url === `${restated.find(([of]) => of.test(reference))?.[1] ?? canonical}/${reference}`, `has the url ${definition.url}`);
  complain(definition.version === undefined || !isOfTheGuide || definition.version === guide.version, `has the version ${definition.version}, the guide ${guide.version}`);
  complain(definition.date === guide.date || !isOfTheGuide, `has the date ${definition.date}, the guide ${guide.date}`);
  // What no server offers yet is a draft.
  complain(definition.status === 'active' || (definition.status === 'draft' && offered.test(resourceType)), `has the status ${definition.status}`);
  complain(/\.$/.test(definition.description ?? ''), 'has a description without a full stop at its end');
  complain(definition.purpose === undefined || purposeForm.test(definition.purpose), `has a purpose that does not begin with requirements, as in “R8, S3: why.”: ${definition.purpose}`);
  complain(definition.description !== definition.title, 'has a description that repeats the title');
  for (const [system, notice] of Object.entries(notices)) {
    complain(notice.test(definition.copyright ?? '') || !ownCodes(definition).some((code) => code.system === system), `has codes of ${system} and no copyright that says whose they are`);
  }
  (kinds[resourceType] ?? (() => {}))(definition, complain);
  return complaints;
}

/** The codes that a definition itself states: of a profile not those that its base states. */
const ownCodes = ({ snapshot, ...definition }) => codesOf(definition);

const kinds = {
  StructureDefinition({ type, context, snapshot, differential }, complain) {
    const isExtension = type === 'Extension';
    complain(!isExtension || context?.length > 0, 'is an extension without a context');
    for (const { id } of differential.element.filter(({ mustSupport }) => mustSupport)) {
      complain(snapshot.element.find((element) => element.id === id).max !== '0', `says must support of ${id}, which it forbids`);
      complain(!isExtension, `says must support of ${id} in an extension; the profile that uses it says so`);
    }
    for (const { id, constraint } of differential.element) {
      for (const { key, human, severity, expression } of constraint ?? []) {
        complain(/^krn-[a-z]+-\d+$/.test(key), `has an invariant of the key ${key} at ${id}`);
        complain(severity === 'error' && human && expression, `has an invariant ${key} at ${id} that does not refuse, says nothing or has no expression`);
      }
    }
  },

  ValueSet({ compose }, complain) {
    complain(!compose.exclude, 'excludes codes; it lists those that it has');
    for (const { system, concept, filter, valueSet } of compose.include) {
      complain(system && concept?.length > 0 && !filter && !valueSet, `does not list its codes of ${system} one by one`);
    }
  },

  CodeSystem({ caseSensitive, content, count, concept }, complain) {
    if (content === 'supplement') {
      complain(caseSensitive === undefined, 'says of a supplement whether codes are told apart by case; what it supplements says so');
      return;
    }
    complain(caseSensitive === true, 'does not say that its codes are told apart by case');
    complain(content === 'complete', 'is not complete');
    complain(count === undefined || count === concept.length, 'has another count than concepts');
    for (const { code, display, definition } of concept) {
      complain(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/.test(code), `has the code ${code}`);
      complain(display && /\.$/.test(definition ?? ''), `has no display of ${code}, or no definition with a full stop at its end`);
    }
  },

  SearchParameter({ id, base, code, expression }, complain) {
    complain(base.some((of) => id === `${of}-${code}`), `has another id than ${base[0]}-${code}`);
    complain(expression, 'has no expression');
  },

  OperationDefinition({ parameter }, complain) {
    for (const { name, documentation } of parameter ?? []) {
      complain(/\.$/.test(documentation ?? ''), `has no documentation of ${name} with a full stop at its end`);
    }
  },
};

/** The URLs of the guide that a resource names and that nothing answers to, and value sets of others that FHIR R4 has not. */
export function brokenReferences(resources, definitions, { canonical, version: guideVersion, topics = new Set() }) {
  const versions = new Map(definitions.filter(({ url }) => url).map(({ url, version }) => [url, version]));
  // An earlier version of what has a version of its own is history, such as that of a sheet that was replaced.
  const isEarlier = (version, own) => own !== guideVersion && compareVersions(version, own) < 0;
  const coreValueSets = coreByUrl('ValueSet');
  const form = new RegExp(`^(${canonical}/[A-Z]\\w+/[\\w.-]+)(?:[|]([^#]+))?(#.*)?$`);
  return resources.flatMap((resource) => [...new Set(strings(resource))].flatMap((text) => {
    const [, url, version] = text.match(form) ?? [];
    const named = `${referenceOf(resource)} names ${text}`;
    if (!url) {
      return [];
    }
    if (topics.has(url) && version === undefined) {
      return [];
    }
    if (!versions.has(url)) {
      return [`${named}, which does not exist`];
    }
    return version === undefined || version === versions.get(url) || isEarlier(version, versions.get(url))
      ? [] : [`${named}, whose version is ${versions.get(url)}`];
  }).concat(bindingsOf(resource).filter((url) => !versions.has(url) && !coreValueSets.has(url))
    .map((url) => `${referenceOf(resource)} binds ${url}, which does not exist`)));
}

const bindingsOf = ({ differential }) => (differential?.element ?? []).flatMap(({ binding }) => (binding ? [binding.valueSet.replace(/\|.*/, '')] : []));

function strings(value) {
  if (typeof value === 'string') {
    return [value];
  }
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}
