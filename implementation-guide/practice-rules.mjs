// Keeps the table of rules on the page about practice rules: what each finds, by which limit, and which example sets it.
//
//   node practice-rules.mjs            writes the table into input/pagecontent/practice-rules.md
//   node practice-rules.mjs --check    fails when the table is not what the compiled package says

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJson } from './package-files.mjs';

const guide = path.dirname(fileURLToPath(import.meta.url));
const compiled = path.join(guide, '..', 'profiles', 'package');
const page = path.join(guide, 'input', 'pagecontent', 'practice-rules.md');
const [begin, end] = ['<!-- table of rules -->\n', '<!-- end of table -->\n'];

function table() {
  const rules = readJson(path.join(compiled, 'CodeSystem-practice-rule-cs.json')).concept;
  const sets = ['xx', 'gb', 'de'].map((country) => readJson(path.join(compiled, `PlanDefinition-practice-rule-set-${country}.json`)));
  const actions = (set, code) => set.action.filter((action) => action.code[0].coding[0].code === code);
  const limits = (code) => [...new Set(sets.flatMap((set) => actions(set, code))
    .flatMap(({ extension = [] }) => extension.map(({ url }) => url.split('/').at(-1))))];
  const unused = rules.filter(({ code }) => sets.every((set) => actions(set, code).length === 0));
  if (unused.length > 0) {
    throw new Error(`No example rule set has ${unused.map(({ code }) => code).join(', ')}`);
  }
  return [
    '| rule | finds | limits | XX | GB | DE |',
    '|---|---|---|---|---|---|',
    ...rules.map(({ code, definition }) => `| \`${code}\` | ${definition} | ${limits(code)
      .map((id) => `[${id}](StructureDefinition-${id}.html)`).join(', ')} | ${sets
      .map((set) => (actions(set, code).length > 0 ? 'yes' : 'no')).join(' | ')} |`),
    '',
  ].join('\n');
}

const text = fs.readFileSync(page, 'utf8');
const [before, rest] = text.split(begin);
const made = before + begin + table() + end + rest.split(end)[1];
if (!process.argv.includes('--check')) {
  fs.writeFileSync(page, made);
} else if (made !== text) {
  console.error('The table of practice rules is not what the package says; run node practice-rules.mjs.');
  process.exit(1);
}
