// Compiles the guide with SUSHI into the FHIR package under profiles/package, without a network.
//
//   node compile.mjs            writes profiles/package
//   node compile.mjs --check    compiles into a temporary folder and fails when profiles/package differs

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { comparePackages, readJson, writeJson } from './package-files.mjs';

const guide = path.dirname(fileURLToPath(import.meta.url));
const target = path.join(guide, '..', 'profiles', 'package');
const work = path.join(guide, '.fhir');
const definitions = path.join(guide, 'node_modules', '@medplum', 'definitions', 'dist', 'fhir', 'r4');

const corePackage = { name: 'hl7.fhir.r4.core', version: '4.0.1' };

/** Messages of SUSHI that don't fail the build, each with its reason. */
const acceptedMessages = [
  {
    pattern: /^warn\s+Failed to load automatically-provided hl7\.(fhir\.uv\.tools|terminology|fhir\.uv\.extensions)\.r4#latest/,
    reason: 'SUSHI adds these packages by itself; the guide uses nothing of them, and the build has no network.',
  },
];

/** Puts the FHIR R4 core definitions where SUSHI looks for its packages. */
function assembleCorePackage() {
  const folder = path.join(work, 'home', '.fhir', 'packages', `${corePackage.name}#${corePackage.version}`, 'package');
  if (fs.existsSync(path.join(folder, 'package.json'))) {
    return;
  }
  fs.mkdirSync(folder, { recursive: true });
  const bundles = ['profiles-types', 'profiles-resources', 'profiles-others', 'extension-definitions', 'valuesets',
    'v3-codesystems', 'v2-tables', 'search-parameters', 'conceptmaps'];
  const files = new Map();
  for (const bundle of bundles) {
    const { entry } = readJson(path.join(definitions, `${bundle}.json`));
    for (const { resource } of entry) {
      const filename = `${resource.resourceType}-${resource.id}.json`;
      files.set(filename, indexEntry(filename, resource));
      fs.writeFileSync(path.join(folder, filename), JSON.stringify(resource));
    }
  }
  writeJson(path.join(folder, '.index.json'), { 'index-version': 1, files: [...files.values()] });
  // The manifest is written last: its presence says that the package is whole.
  writeJson(path.join(folder, 'package.json'), {
    name: corePackage.name,
    version: corePackage.version,
    type: 'Core',
    fhirVersions: [corePackage.version],
    canonical: 'http://hl7.org/fhir',
  });
}

function indexEntry(filename, { resourceType, id, url, version, kind, type }) {
  return { filename, resourceType, id, url, version, kind, type };
}

/** Runs SUSHI and answers the folder of the resources that it made. */
function runSushi() {
  const out = path.join(work, 'build');
  fs.rmSync(out, { recursive: true, force: true });
  const sushi = path.join(guide, 'node_modules', 'fsh-sushi', 'dist', 'app.js');
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [sushi, 'build', '-s', '-o', out, guide], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // The registry address is closed on purpose, so that the result is the same with a network and without one.
    env: { ...process.env, HOME: path.join(work, 'home'), FPL_REGISTRY: 'http://127.0.0.1:9', npm_config_offline: 'true' },
  });
  if (error) {
    throw error;
  }
  const lines = `${stdout}\n${stderr}`.split('\n').map((line) => line.replace(/\u001b\[[0-9;]*m/g, ''));
  const refused = lines.filter((line) => /^(error|warn)\s/.test(line))
    .filter((line) => !acceptedMessages.some(({ pattern }) => pattern.test(line)));
  if (status !== 0 || refused.length > 0) {
    console.error(lines.filter((line) => /^(error|warn|\s+(File|Line|Applied))/.test(line)).join('\n') || lines.join('\n'));
    console.error(`SUSHI ended with status ${status} and ${refused.length} message(s) that are not accepted.`);
    process.exit(1);
  }
  return path.join(out, 'fsh-generated', 'resources');
}

/** Literals of the guide's canonical in FSH and pages must agree with sushi-config.yaml, which states it. */
function checkCanonical() {
  const canonical = config('canonical');
  const host = new URL(canonical).host;
  const wrong = [];
  for (const file of filesBelow(path.join(guide, 'input'))) {
    for (const [literal] of fs.readFileSync(file, 'utf8').matchAll(new RegExp(`https?://${host}[^\\s"'\`)|]*`, 'g'))) {
      if (literal !== canonical && !literal.startsWith(`${canonical}/`)) {
        wrong.push(`${path.relative(guide, file)}: ${literal}`);
      }
    }
  }
  if (wrong.length > 0) {
    console.error(`These do not begin with the canonical ${canonical} of sushi-config.yaml:\n${wrong.join('\n')}`);
    process.exit(1);
  }
}

function config(key) {
  const yaml = fs.readFileSync(path.join(guide, 'sushi-config.yaml'), 'utf8');
  return yaml.match(new RegExp(`^${key}: (.+)$`, 'm'))[1].trim();
}

function filesBelow(folder) {
  return fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

/** The version of the guide, which SUSHI leaves to the IG Publisher; a NamingSystem has none in R4. */
function versionFor({ resourceType }) {
  return resourceType === 'NamingSystem' ? undefined : config('version');
}

/** The same resource with the elements that identify it first. */
function inReadingOrder(resource) {
  const { resourceType, id, meta, url, version, name, title, status, ...others } = resource;
  return { resourceType, id, meta, url, version, name, title, status, ...others };
}

/** Writes the package: conformance resources beside package.json, examples in the folder example. */
function writePackage(resources, folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, 'example'), { recursive: true });
  const definitional = new Set(['CodeSystem', 'ImplementationGuide', 'Library', 'NamingSystem', 'PlanDefinition',
    'SearchParameter', 'StructureDefinition', 'ValueSet']);
  const index = [];
  for (const filename of fs.readdirSync(resources).sort()) {
    const resource = readJson(path.join(resources, filename));
    if (definitional.has(resource.resourceType)) {
      const definition = inReadingOrder({ version: versionFor(resource), ...resource });
      writeJson(path.join(folder, filename), definition);
      index.push(indexEntry(filename, definition));
    } else {
      writeJson(path.join(folder, 'example', filename), inReadingOrder(resource));
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

assembleCorePackage();
checkCanonical();
const resources = runSushi();
if (process.argv.includes('--check')) {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'guide-'));
  writePackage(resources, temporary);
  const differences = comparePackages(temporary, target);
  fs.rmSync(temporary, { recursive: true });
  if (differences.length > 0) {
    console.error(`profiles/package is not what the guide compiles to; run node compile.mjs:\n${differences.join('\n')}`);
    process.exit(1);
  }
  console.log('profiles/package is what the guide compiles to.');
} else {
  writePackage(resources, target);
  console.log(`Wrote ${fs.readdirSync(target, { recursive: true }).length} files to profiles/package.`);
}
