// How the FSH is laid out: one artefact a file, the file named for it, in the folder of its kind; invariants one file
// for each area.

import fs from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../package-files.mjs';

const declaration = /^(Profile|Extension|Logical|Resource|ValueSet|CodeSystem|Instance|Invariant|Mapping|RuleSet):\s*([^\s(]+)/gm;

/** The folders in which each kind may be declared; an instance stands in the folder of what it is an instance of. */
const folders = {
  Profile: /^profiles$/,
  Extension: /^extensions$/,
  ValueSet: /^terminology\/value-sets$/,
  CodeSystem: /^terminology\/code-systems$/,
  Invariant: /^invariants$/,
};

/** What is wrong with the layout of the FSH below a folder. */
export function complaintsAboutSources(folder) {
  return filesBelow(folder).filter((file) => file.endsWith('.fsh')).sort().flatMap((file) => {
    const place = path.relative(folder, file).replaceAll(path.sep, '/');
    return complaintsAboutFile(place, fs.readFileSync(file, 'utf8')).map((complaint) => `${place} ${complaint}`);
  });
}

export function complaintsAboutFile(place, text) {
  const declared = [...text.matchAll(declaration)].map(([, kind, name]) => ({ kind, name }));
  const stem = path.basename(place, '.fsh');
  const complaints = declared.filter(({ kind }) => folders[kind] && !folders[kind].test(path.dirname(place)))
    .map(({ kind, name }) => `declares the ${kind} ${name}, which stands in another folder`);
  if (/^\s*\/\/\s*\*\s/m.test(text)) {
    complaints.push('has a rule that is commented out');
  }
  if (declared.some(({ kind }) => kind === 'Invariant')) {
    complaints.push(...declared.filter(({ name }) => name.replace(/-\d+$/, '') !== stem).map(({ name }) => `declares ${name}`));
  } else if (!place.startsWith('rulesets/') && declared.length > 0) {
    const own = declared.filter(({ name }) => name === stem);
    // An artefact may bring the rule sets and mappings that it alone uses.
    const others = declared.filter(({ kind, name }) => name !== stem && !/^(RuleSet|Mapping)$/.test(kind));
    if (own.length !== 1 || others.length > 0) {
      complaints.push(`declares ${declared.map(({ name }) => name).join(', ')}; it declares one artefact and is named for it`);
    }
  }
  return complaints;
}
