// Reading, writing and comparing the JSON files that the guide's scripts make.

import fs from 'node:fs';
import path from 'node:path';

export function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

export function writeJson(file, value) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** The files in a folder and the folders below it; none when the folder does not exist. */
export function filesBelow(folder) {
  return (fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

/** The names of files that differ between two folders, each with what is wrong about it. */
export function comparePackages(expected, actual) {
  const namesIn = (folder) => filesBelow(folder).map((file) => path.relative(folder, file));
  return [...new Set([...namesIn(expected), ...namesIn(actual)])].sort().flatMap((name) => {
    const [wanted, found] = [expected, actual].map((folder) => path.join(folder, name));
    if (!fs.existsSync(found)) {
      return [`${name}: missing`];
    }
    if (!fs.existsSync(wanted)) {
      return [`${name}: not part of it`];
    }
    return fs.readFileSync(wanted).equals(fs.readFileSync(found)) ? [] : [`${name}: differs`];
  });
}
