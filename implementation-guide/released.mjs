// Holds the guide to what was released.
//
//   node released.mjs            at a release: writes released/<version>.json, the fingerprint of the package
//   node released.mjs --check    fails when the version has not been raised as far as the changes since the last release
//                                demand, or when changes.md does not tell what became stricter

import fs from 'node:fs';
import path from 'node:path';
import { guideFolder, readGuide } from './guide.mjs';
import { readJson } from './package-files.mjs';
import { changedUnderOneVersion, compareVersions, isSame, lowestVersion, stricterChanges, untold } from './released/comparison.mjs';
import { fingerprintOf } from './released/fingerprint.mjs';

const folder = path.join(guideFolder, 'released');
const read = readGuide();
const present = fingerprintOf(read);

/** One line for each subject, so that a change shows as a changed line. */
function written({ version, artefacts }) {
  const block = (entries) => entries.map(([key, value]) => `      ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n');
  const blocks = Object.entries(artefacts).map(([name, subjects]) => `    ${JSON.stringify(name)}: {\n${block(Object.entries(subjects))}\n    }`);
  return `{\n  "version": ${JSON.stringify(version)},\n  "artefacts": {\n${blocks.join(',\n')}\n  }\n}\n`;
}

function lastReleased() {
  const versions = fs.readdirSync(folder).filter((name) => /^\d+\.\d+\.\d+\.json$/.test(name)).map((name) => name.replace('.json', ''));
  return readJson(path.join(folder, `${versions.sort(compareVersions).at(-1)}.json`));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (process.argv.includes('--check')) {
  const released = lastReleased();
  const stricter = stricterChanges(released, present);
  const lowest = lowestVersion(released.version, stricter.length > 0, !isSame(released, present));
  const reused = changedUnderOneVersion(released, present);
  if (reused.length > 0) {
    fail(`These have a version of their own, which must be raised:\n${reused.join('\n')}`);
  }
  if (compareVersions(present.version, lowest) < 0) {
    fail(`The guide has version ${present.version}; since ${released.version} it changed, so its version in sushi-config.yaml is at least ${lowest}.`
      + `${stricter.length > 0 ? ` It became stricter:\n${stricter.join('\n')}` : ''}`);
  }
  const missing = untold(read.pages.get('changes.html'), present.version, stricter);
  if (missing.length > 0) {
    fail(`input/pagecontent/changes.md does not tell of ${missing.join(', ')}; link each artefact that became stricter:\n${stricter.join('\n')}`);
  }
  console.log(`Version ${present.version} is high enough after ${released.version}: ${stricter.length} thing(s) became stricter.`);
  stricter.forEach((change) => console.log(`  ${change}`));
} else {
  const file = path.join(folder, `${present.version}.json`);
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') !== written(present)) {
    fail(`Version ${present.version} was released with other contents; raise the version in sushi-config.yaml.`);
  }
  fs.writeFileSync(file, written(present));
  console.log(`Wrote released/${present.version}.json.`);
}
