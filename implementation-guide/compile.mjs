// Compiles the guide with SUSHI into the FHIR package under profiles/package, without a network.
//
//   node compile.mjs            writes profiles/package, and the made parts of the page on indicators
//   node compile.mjs --check    compiles into a temporary folder and fails when profiles/package or the page differs

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { assembleCorePackage, corePackage, departingTypes, indexEntry } from './core-package.mjs';
import { indicatorsPage } from './indicators.mjs';
import { comparePackages, filesBelow, readJson, writeJson } from './package-files.mjs';

const guide = path.dirname(fileURLToPath(import.meta.url));
const target = path.join(guide, '..', 'profiles', 'package');
const home = path.join(guide, '.fhir', 'home');
const pageOnIndicators = path.join(guide, 'input', 'pagecontent', 'indicators.md');

const definitional = new Set(['CapabilityStatement', 'CodeSystem', 'ConceptMap', 'ImplementationGuide', 'Library', 'Measure',
  'NamingSystem', 'OperationDefinition', 'PlanDefinition', 'Questionnaire', 'SearchParameter', 'StructureDefinition',
  'ValueSet']);

/** Messages of SUSHI that don't fail the build, each with its reason. */
const acceptedMessages = [
  {
    pattern: /^warn\s+Failed to load automatically-provided hl7\.(fhir\.uv\.tools|terminology|fhir\.uv\.extensions)\.r4#latest/,
    reason: 'SUSHI adds these packages by itself; the guide uses nothing of them, and the build has no network.',
  },
];

/** Runs SUSHI and answers the folder of the resources that it made. */
function runSushi() {
  const out = path.join(guide, '.fhir', 'build');
  fs.rmSync(out, { recursive: true, force: true });
  const sushi = path.join(guide, 'node_modules', 'fsh-sushi', 'dist', 'app.js');
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [sushi, 'build', '-s', '-o', out, guide], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // The registry address is closed on purpose, so that the result is the same with a network and without one.
    env: { ...process.env, HOME: home, USERPROFILE: home, FPL_REGISTRY: 'http://127.0.0.1:9', npm_config_offline: 'true' },
  });
  if (error) {
    throw error;
  }
  const lines = `${stdout}\n${stderr}`.split('\n').map((line) => line.replace(/\u001b\[[0-9;]*m/g, ''));
  const refused = lines.filter((line) => /^(error|warn)\s/.test(line))
    .filter((line) => !acceptedMessages.some(({ pattern }) => pattern.test(line)));
  if (status !== 0 || refused.length > 0) {
    console.error(lines.filter((line) => /^(error|warn|\s+(File|Line|Applied))/.test(line)).join('\n') || lines.join('\n'));
    fail(`SUSHI ended with status ${status} and ${refused.length} message(s) that are not accepted.`);
  }
  return path.join(out, 'fsh-generated', 'resources');
}

/** Literals of the guide's canonical in FSH and pages must agree with sushi-config.yaml, which states it. */
function checkCanonical() {
  const canonical = config('canonical');
  const literals = new RegExp(`https?://${new URL(canonical).host}/fhir[^\\s"'\`)|]*`, 'g');
  const wrong = filesBelow(path.join(guide, 'input')).flatMap((file) => [...fs.readFileSync(file, 'utf8').matchAll(literals)]
    .filter(([literal]) => literal !== canonical && !literal.startsWith(`${canonical}/`))
    .map(([literal]) => `${path.relative(guide, file)}: ${literal}`));
  if (wrong.length > 0) {
    fail(`These do not begin with the canonical ${canonical} of sushi-config.yaml:\n${wrong.join('\n')}`);
  }
}

function config(key) {
  const yaml = fs.readFileSync(path.join(guide, 'sushi-config.yaml'), 'utf8');
  return yaml.match(new RegExp(`^${key}: (.+)$`, 'm'))[1].trim();
}

/** A definition with what the guide says of itself, unless it says otherwise: IG Publisher does so by the default-… parameters. */
function withDefaults(definition, { version, date, publisher, contact, jurisdiction }) {
  // A NamingSystem has no version in R4.
  return { version: definition.resourceType === 'NamingSystem' ? undefined : version, date, publisher, contact, jurisdiction, ...definition };
}

/** The guide without what tells IG Publisher how to build it: R4 has no codes for that. */
function withoutParameters(guide) {
  const { parameter, ...definition } = guide.definition;
  return { ...guide, definition };
}

const identifying = ['resourceType', 'id', 'meta', 'url', 'version', 'name', 'title', 'status'];
const describing = ['experimental', 'date', 'publisher', 'contact', 'description', 'jurisdiction', 'purpose', 'copyright'];

/** The same resource with the elements of those names first. */
function inReadingOrder(resource, first) {
  return { ...Object.fromEntries(first.filter((name) => name in resource).map((name) => [name, resource[name]])), ...resource };
}

/** SUSHI copies the binding of a choice to its slices and to choices that were narrowed to types without codes. */
function withoutIdleBindings(definition) {
  const bindable = new Set(['code', 'Coding', 'CodeableConcept', 'Quantity', 'Duration', 'string', 'uri']);
  for (const element of definition.snapshot?.element ?? []) {
    if (element.binding && element.type?.every(({ code }) => !bindable.has(code))) {
      delete element.binding;
    }
  }
  return definition;
}

/** Puts in the files that a library names, as HL7's IG Publisher does: an attachment with the id ig-loader-FILE. */
function withFiles(resource) {
  for (const attachment of resource.resourceType === 'Library' ? resource.content : []) {
    const [, name] = attachment.id?.match(/^ig-loader-(.+)$/) ?? [];
    if (name !== undefined) {
      const file = ['cql', 'views'].map((folder) => path.join(guide, 'input', folder, name)).find((candidate) => fs.existsSync(candidate));
      if (file === undefined) {
        fail(`${resource.id} names ${name}, which is neither in input/cql nor in input/views.`);
      }
      attachment.data = fs.readFileSync(file).toString('base64');
    }
  }
  return resource;
}

/** The libraries of CQL are versioned with the guide, and include one another by that version. */
function checkCqlVersions() {
  const wrong = filesBelow(path.join(guide, 'input', 'cql')).filter((file) => [...fs.readFileSync(file, 'utf8')
    .matchAll(/^(library|include) (\w+) version '([^']+)'/gm)]
    .some(([, , library, version]) => library !== 'FHIRHelpers' && version !== config('version')));
  if (wrong.length > 0) {
    fail(`These are not of version ${config('version')}, or include another:\n${wrong.join('\n')}`);
  }
}

/** Writes the package: conformance resources beside package.json, examples in the folder example. */
function writePackage(resources, folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  const index = [];
  const guideResource = withoutParameters(readJson(path.join(resources, `ImplementationGuide-${config('id')}.json`)));
  // SUSHI lists the examples that are written as JSON in the guide, and leaves them where they are.
  for (const file of [...filesBelow(resources), ...filesBelow(path.join(guide, 'input', 'examples'))].sort()) {
    const filename = path.basename(file);
    const resource = filename.startsWith('ImplementationGuide-') ? guideResource : readJson(file);
    if (resource.resourceType === 'StructureDefinition' && departingTypes.includes(resource.type)) {
      fail(`${resource.id} profiles ${resource.type}, whose definition in the npm package is not the one of FHIR R4.`);
    }
    if (definitional.has(resource.resourceType)) {
      const definition = inReadingOrder(withDefaults(withFiles(withoutIdleBindings(resource)), guideResource), [...identifying, ...describing]);
      writeJson(path.join(folder, filename), definition);
      index.push(indexEntry(filename, definition));
    } else {
      writeJson(path.join(folder, 'example', filename), inReadingOrder(resource, identifying));
    }
  }
  writeJson(path.join(folder, '.index.json'), { 'index-version': 2, files: index });
  writeJson(path.join(folder, 'package.json'), {
    name: config('id'),
    version: config('version'),
    type: 'IG',
    title: config('title'),
    description: 'FHIR R4 profiles of the Ketamine Registry',
    author: 'Ketamine Registry',
    license: config('license'),
    canonical: config('canonical'),
    fhirVersions: [corePackage.version],
    dependencies: { [corePackage.name]: corePackage.version },
    directories: { lib: 'package', example: 'example' },
  });
}

/** The page on indicators as the definitions in a folder make it. */
function renewedIndicatorsPage(definitions) {
  return indicatorsPage(fs.readFileSync(pageOnIndicators, 'utf8'), definitions, path.join(guide, 'input'));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

checkCanonical();
checkCqlVersions();
assembleCorePackage(path.join(home, '.fhir', 'packages'), path.join(guide, 'node_modules', '@medplum', 'definitions'));
const resources = runSushi();
if (process.argv.includes('--check')) {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'guide-'));
  writePackage(resources, temporary);
  const differences = comparePackages(temporary, target);
  const isPageTrue = renewedIndicatorsPage(temporary) === fs.readFileSync(pageOnIndicators, 'utf8');
  fs.rmSync(temporary, { recursive: true });
  if (!isPageTrue) {
    fail('The page on indicators is not what the measures and views say; run node compile.mjs.');
  }
  if (differences.length > 0) {
    fail(`profiles/package is not what the guide compiles to; run node compile.mjs:\n${differences.join('\n')}`);
  }
  console.log('profiles/package is what the guide compiles to.');
} else {
  writePackage(resources, target);
  fs.writeFileSync(pageOnIndicators, renewedIndicatorsPage(target));
  console.log(`Wrote ${filesBelow(target).length} files to profiles/package.`);
}
