// Builds the guide's worked story from story/: the bundles, what is answered to each, and the page that tells it.
//
//   node story.mjs            writes input/examples, story/expected.json and input/pagecontent/story.md
//   node story.mjs --check    fails when they are not what the script makes

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chapters, registries } from './story/chapters.mjs';
import { comparePackages, writeJson } from './package-files.mjs';

const guide = path.dirname(fileURLToPath(import.meta.url));
const outputs = { examples: 'input/examples', expected: 'story/expected', page: 'input/pagecontent/story.md' };

const bundleId = ({ id }) => `story-${id}`;

function page() {
  const lines = [
    'One patient, a year, three clinics in two countries: a relapse, a bladder finding, a serious event and a withdrawal. Ann is invented. Each chapter is a bundle that you can [download](downloads.html) and send; a test sends all of them, in this order, to a fresh registry of each country, and holds the answers and the findings to what stands here.',
    '',
  ];
  for (const [index, chapter] of chapters.entries()) {
    const standing = chapter.findings ?? [];
    lines.push(`### ${index + 1}. ${chapter.title}`, '', chapter.text, '',
      `- **Sent** to the registry of ${registries[chapter.registry]}: [${bundleId(chapter)}](Bundle-${bundleId(chapter)}.html)`,
      `- **Answered**: ${chapter.answer
        ? `${chapter.answer.status}, [\`${chapter.answer.issue}\`](errors.html#${chapter.answer.issue})` : 'accepted'}`);
    if (standing.length > 0) {
      lines.push(`- **Found** after it: ${standing.map((code) => `\`${code}\``).join(', ')}`);
    }
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function build(folder) {
  const expected = [];
  for (const chapter of chapters) {
    const { resourceType, ...content } = chapter.bundle();
    const file = `Bundle-${bundleId(chapter)}.json`;
    writeJson(path.join(folder, outputs.examples, file), { resourceType, id: bundleId(chapter), ...content });
    expected.push({
      bundle: file,
      registry: chapter.registry,
      status: chapter.answer?.status ?? 200,
      issue: chapter.answer?.issue,
      findings: chapter.findings ?? [],
    });
  }
  writeJson(path.join(folder, outputs.expected, 'chapters.json'), expected);
  fs.mkdirSync(path.dirname(path.join(folder, outputs.page)), { recursive: true });
  fs.writeFileSync(path.join(folder, outputs.page), page());
}

function differences(folder) {
  const pages = [folder, guide].map((root) => path.join(root, outputs.page));
  return [
    ...[outputs.examples, outputs.expected].flatMap((name) => comparePackages(path.join(folder, name), path.join(guide, name))),
    ...(fs.existsSync(pages[1]) && fs.readFileSync(pages[0]).equals(fs.readFileSync(pages[1])) ? [] : [`${outputs.page}: differs`]),
  ];
}

if (process.argv.includes('--check')) {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'story-'));
  build(temporary);
  const found = differences(temporary);
  fs.rmSync(temporary, { recursive: true });
  if (found.length > 0) {
    console.error(`The story is not what the script makes; run node story.mjs:\n${found.join('\n')}`);
    process.exit(1);
  }
  console.log('The story is what the script makes.');
} else {
  fs.rmSync(path.join(guide, outputs.examples), { recursive: true, force: true });
  build(guide);
  console.log(`Wrote ${chapters.length} chapters.`);
}
