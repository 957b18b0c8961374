// Makes the guide's page on access from the matrix that the registry itself decides by.
//
//   node access.mjs            writes input/pagecontent/access.md
//   node access.mjs --check    fails when the page is not what the script makes

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const guide = path.dirname(fileURLToPath(import.meta.url));
const source = path.join(guide, '..', 'src', 'main', 'resources', 'access', 'matrix.txt');
const target = path.join(guide, 'input', 'pagecontent', 'access.md');

const roles = ['submitting-clinic', 'clinician', 'analyst', 'steward', 'peer', 'auditor', 'public'];
const list = (text) => text.split(',').map((part) => part.trim()).filter((part) => part !== '');

/** For each type and role what is allowed: the operations by how far they reach. */
function cells(text) {
  const groups = new Map();
  const types = new Map();
  for (const line of text.split('\n').map((one) => one.trim()).filter((one) => one !== '' && !one.startsWith('#'))) {
    if (line.startsWith('@')) {
      const [name, members] = line.split('=');
      groups.set(name.trim(), list(members));
      continue;
    }
    const [who, operations, what, reach] = line.split('|').map((part) => part.trim());
    for (const type of list(what).flatMap((name) => groups.get(name) ?? [name])) {
      for (const role of list(who)) {
        const allowed = types.get(type) ?? new Map();
        const ofRole = allowed.get(role) ?? new Map();
        ofRole.set(reach, [...(ofRole.get(reach) ?? []), ...list(operations)]);
        types.set(type, allowed.set(role, ofRole));
      }
    }
  }
  return types;
}

const cell = (allowed, role) => [...(allowed.get(role) ?? new Map())]
  .map(([reach, operations]) => `${operations.map((name) => (name.startsWith('$') ? `\`${name}\`` : name)).join(', ')} (${reach})`)
  .join('; ') || '–';

function table(text) {
  const rows = new Map();
  for (const [type, allowed] of [...cells(text)].sort(([one], [other]) => one.localeCompare(other, 'en'))) {
    const row = roles.map((role) => cell(allowed, role)).join(' | ');
    rows.set(row, [...(rows.get(row) ?? []), type]);
  }
  return [
    `| types | ${roles.join(' | ')} |`,
    `|---|${roles.map(() => '---').join('|')}|`,
    ...[...rows].map(([row, types]) => `| ${types.join(', ')} | ${row} |`),
  ];
}

const page = `${[
  'Who may do what. The registry decides by this matrix, and a test walks every cell of it over HTTP. What is not in it is denied.',
  '',
  '### Roles',
  '',
  '| role | who | purpose of use |',
  '|---|---|---|',
  '| `submitting-clinic` | a clinic\'s system: its own patients and submissions only | `TREAT` |',
  '| `clinician` | a person who treats at a clinic: reads what that clinic submitted | `TREAT` |',
  '| `analyst` | asks for protected aggregates (`PUBHLTH`); for approved research gets [flat files](getting-data-out.html#flat-files) of those who permit it, under pseudonyms (`HRESCH`); sees no record | `PUBHLTH`, `HRESCH` |',
  '| `steward` | keeps the registry: registers clinics, reads records, links pseudonyms, hands records to approved research | `PUBHLTH`, `PATSFTY`, `HRESCH`, `HSYSADMIN` |',
  '| `peer` | another national registry: protected answers only | `PUBHLTH` |',
  '| `auditor` | reads the audit and nothing else | `HSYSADMIN` |',
  '| `public` | anybody, without a token | |',
  '',
  'The role, the clinic and the purpose come from the token, within what the client was registered for. Where a person signs in, the role and the clinic are the person\'s, whatever the application. Scopes narrow what the role may do; they never widen it. Consent is decided [apart](consent.html), for every record, at the moment of reading.',
  '',
  '### The matrix',
  '',
  'In brackets how far it reaches: *own* is what the caller\'s clinic submitted, and the clinic itself; *all* is what every clinic submitted; *any* is what belongs to nobody.',
  '',
  ...table(fs.readFileSync(source, 'utf8')),
  '',
  'Research has no role of its own: a project that was approved gets records through the steward, by an [export](getting-data-out.html#research) for the purpose `HRESCH`, and rows under pseudonyms through its analyst, as [flat files](getting-data-out.html#flat-files). An export is for `TREAT`, `PUBHLTH`, `PATSFTY` or `HRESCH`, and needs the scopes to read and to search each type of it.',
  '',
  '### How a refusal reads',
  '',
  '- What a role may not do, or a scope does not grant, is [`forbidden`](errors.html#forbidden) or [`scope-missing`](errors.html#scope-missing), 403, before anything is looked up. It is the same for what exists and what does not.',
  '- A record of another clinic is answered like one that does not exist: 404, [`not-found`](errors.html#not-found), with the same words. In a search, a count, a chain, an inclusion or a history it is not there.',
  '- A search asks by the parameters that `[base]/metadata` lists for the type. A chain, `_has`, `_include` and `_revinclude` lead only through types that the caller may search, since a predicate can tell what a result does not show. The rest is [`search-not-allowed`](errors.html#search-not-allowed), 400.',
  '- A submission that names another clinic than the token speaks for is [`clinic-not-yours`](errors.html#clinic-not-yours), 403.',
].join('\n')}\n`;

if (!process.argv.includes('--check')) {
  fs.writeFileSync(target, page);
} else if (fs.readFileSync(target, 'utf8') !== page) {
  console.error('The page on access is not what the matrix says; run node access.mjs.');
  process.exit(1);
}
