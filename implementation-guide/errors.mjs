// Makes the guide's page on errors from docs/errors.md, which the code is held to, with an anchor for each code.
//
//   node errors.mjs            writes input/pagecontent/errors.md
//   node errors.mjs --check    fails when the page is not what the script makes

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const guide = path.dirname(fileURLToPath(import.meta.url));
const source = path.join(guide, '..', 'docs', 'errors.md');
const target = path.join(guide, 'input', 'pagecontent', 'errors.md');

const [, ...lines] = fs.readFileSync(source, 'utf8').split('\n');
const page = lines.join('\n').trimStart()
  .replace(/^## /gm, '### ')
  .replace(/^\| `([a-z0-9-]+)` \|/gm, '| <a id="$1"></a>`$1` |');

if (!process.argv.includes('--check')) {
  fs.writeFileSync(target, page);
} else if (fs.readFileSync(target, 'utf8') !== page) {
  console.error('The page on errors is not what docs/errors.md says; run node errors.mjs.');
  process.exit(1);
}
