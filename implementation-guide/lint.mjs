// Checks what no compiler checks: how the guide's definitions name and explain themselves, that their codes are real
// and shown by the right words, that what they point at exists, and that the sources are laid out as they should be.
//
//   node lint.mjs    fails with every complaint; compile.mjs has run before

import path from 'node:path';
import { guideFolder, readGuide, referenceOf } from './guide.mjs';
import { complaintsAboutCodes, terminology } from './lint/codes.mjs';
import { brokenReferences, complaintsAbout } from './lint/definitions.mjs';
import { complaintsAboutPages } from './lint/pages.mjs';
import { complaintsAboutSources } from './lint/sources.mjs';
import { readJson } from './package-files.mjs';

const read = readGuide();
const { definitions, examples, guide } = read;
const canonical = guide.url.replace(/\/ImplementationGuide\/.*/, '');
const codes = terminology(definitions, readJson(path.join(guideFolder, 'verified-codes.json')), canonical);
const everything = [...definitions, ...examples];
const named = (resource, complaints) => complaints.map((complaint) => `${referenceOf(resource)} ${complaint}`);

/** FHIR R4 has no resource for a topic of subscriptions: the page on them says which there are. */
function topicsOf({ pages }) {
  const page = pages.get('subscriptions.html');
  return new Set([...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => `${canonical}/SubscriptionTopic/${code}`));
}

const complaints = [
  ...definitions.flatMap((definition) => named(definition, complaintsAbout(definition, guide))),
  ...everything.flatMap((resource) => complaintsAboutCodes(resource, codes).map((complaint) => `${referenceOf(resource)}: ${complaint}`)),
  ...brokenReferences(everything, definitions, { canonical, version: guide.version, topics: topicsOf(read) }),
  ...complaintsAboutPages(read),
  ...complaintsAboutSources(path.join(guideFolder, 'input', 'fsh')),
];
if (complaints.length > 0) {
  console.error(`${complaints.join('\n')}\n${complaints.length} complaint(s) about the guide.`);
  process.exit(1);
}
console.log(`${definitions.length} definitions, ${examples.length} examples and ${read.pages.size} pages are as they should be.`);
