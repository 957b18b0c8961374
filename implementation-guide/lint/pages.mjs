// What a reader meets: each artefact and example has a title and a description, each page its place in
// sushi-config.yaml, and the links of the pages lead somewhere.

import { pageOf } from '../guide.mjs';

/** Pages that the publisher of the site makes by itself. */
const made = ['artifacts.html', 'toc.html', 'index.html'];

const listed = ({ nameUrl, page }) => [nameUrl, ...(page ?? []).flatMap(listed)];

/** What is wrong with the pages and with the list of artefacts. */
export function complaintsAboutPages({ definitions, examples, guide, pages }) {
  const inGuide = listed(guide.definition.page);
  const known = new Set([...made, ...pages.keys(), ...[...definitions, ...examples].map(pageOf)]);
  return [
    ...[...pages.keys()].filter((name) => !inGuide.includes(name)).map((name) => `${name} is not in the pages of sushi-config.yaml`),
    // The bundles of the story are made by a script and told by a page.
    ...guide.definition.resource.filter(({ reference }) => !reference.reference.startsWith('Bundle/story-'))
      .filter(({ name, description }) => !name || !/\.$/.test(description ?? ''))
      .map(({ reference }) => `${reference.reference} has no title, or no description with a full stop at its end`),
    ...[...pages].flatMap(([name, text]) => [...text.matchAll(/\]\(([^)#:\s]+\.html)(#[^)\s]*)?\)/g)].filter(([, target]) => !known.has(target))
      .map(([, target]) => `${name} links to ${target}, which does not exist`)),
  ];
}
