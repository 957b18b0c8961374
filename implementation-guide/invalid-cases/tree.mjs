// A profile as a tree of its elements and slices, that of each extension and of what it contains within it, and the
// places of a resource that each of them speaks of.

import { coreByUrl } from '../guide.mjs';

/**
 * @typedef node what a profile says of one element
 * owner     the id of the definition that says so: the profile, an extension, or the profile of what is contained
 * id        the id of the element within its owner
 * name      the name of the element, without slice and [x]
 * children  the elements within it; of what is sliced those of every item
 * slices    its slices, each a node
 */

/** Builds trees over the definitions of the guide. */
export function forest(definitions) {
  const structures = new Map(definitions.filter(({ resourceType }) => resourceType === 'StructureDefinition').map((structure) => [structure.url, structure]));
  return { treeOf: (profile) => grown(profile, structures), codesOf: valueSets(definitions) };
}

function grown(profile, structures) {
  const nodes = new Map();
  for (const element of profile.snapshot.element) {
    const segments = element.id.split('.');
    const [label, slice] = segments.at(-1).split(':');
    const node = {
      owner: profile.id, id: element.id, element, name: label.replace('[x]', ''), isChoice: label.endsWith('[x]'), slice, children: [], slices: [],
    };
    nodes.set(element.id, node);
    if (segments.length > 1) {
      node.parent = nodes.get(slice ? element.id.replace(/:[^.:]*$/, '') : segments.slice(0, -1).join('.'));
      (slice ? node.parent.slices : node.parent.children).push(node);
    }
  }
  const root = nodes.get(profile.type);
  for (const node of nodes.values()) {
    const url = node.element.type?.[0]?.profile?.[0];
    if (node.slice && node.name === 'extension' && structures.has(url)) {
      graft(node, grown(structures.get(url), structures), url);
    }
  }
  graftContained(root, structures);
  return root;
}

/** Puts what an extension says of itself where a profile uses it. */
function graft(node, extension, url) {
  node.url = url;
  node.extension = extension;
  for (const child of extension.children.filter(({ name }) => !node.children.some((own) => own.name === name))) {
    child.parent = node;
    node.children.push(child);
  }
}

/** A profile that others refer to and that has nothing of its own by which it could be submitted is always contained. */
function graftContained(root, structures) {
  const contained = root.children.find(({ name }) => name === 'contained');
  if (!contained || contained.element.max === '0') {
    return;
  }
  const targets = new Set(allNodes(root).flatMap(({ element }) => element.type ?? []).flatMap(({ targetProfile }) => targetProfile ?? []));
  for (const url of [...targets].filter((target) => isAlwaysContained(structures.get(target)))) {
    const inner = grown(structures.get(url), structures);
    contained.slices.push({ ...inner, parent: contained, slice: structures.get(url).type, name: 'contained', resourceType: structures.get(url).type, element: { ...inner.element, min: 0 } });
  }
}

/** The identifier by which a record is found and updated is closed in what is never a record of its own. */
export const isAlwaysContained = (profile) => profile?.snapshot.element.some(({ id, max }) => id === `${profile.type}.identifier` && max === '0');

export const allNodes = (node) => [node, ...node.children.flatMap(allNodes), ...node.slices.flatMap(allNodes)];

/**
 * Walks a resource along a tree: visit(node, items, parent) is called for each node once for each item in which it
 * could stand, with what stands there. An item has its value, the steps that lead to it, and its place: where a
 * validator reports it, without indices, a choice with its type.
 */
export function walk(root, resource, visit, codes) {
  within(root, { value: resource, steps: [], place: resource.resourceType });

  function within(node, item) {
    for (const child of node.children) {
      const items = itemsOf(child, item);
      visit(child, items, item);
      items.filter((each) => isOfType(child, each)).forEach((each) => within(child, each));
      for (const slice of child.slices) {
        const members = items.filter(({ value, key }) => isMember(slice, value, key, codes));
        visit(slice, members, item);
        members.forEach((each) => within(slice, each));
      }
    }
  }
}

/** Whether a choice has one of the types that its profile leaves. */
export const isOfType = ({ isChoice, name, element }, { key }) => !isChoice
  || (element.type ?? []).some(({ code }) => key === `${name}${code[0].toUpperCase()}${code.slice(1)}`);

const primitives = /^(Base64Binary|Boolean|Canonical|Code|Date|DateTime|Decimal|Id|Instant|Integer|Markdown|Oid|PositiveInt|String|Time|UnsignedInt|Uri|Url|Uuid)$/;

function itemsOf({ name, isChoice }, item) {
  const { value, steps, place } = containing(item);
  if (value === null || typeof value !== 'object') {
    return [];
  }
  const keys = isChoice ? Object.keys(value).filter((key) => new RegExp(`^${name}[A-Z]`).test(key)) : [name].filter((key) => key in value);
  return keys.flatMap((key) => {
    const type = key.slice(name.length).replace(primitives, (primitive) => primitive[0].toLowerCase() + primitive.slice(1));
    const item = { key, place: isChoice ? `${place}.${name}.ofType(${type})` : `${place}.${name}` };
    return Array.isArray(value[key])
      ? value[key].map((each, index) => ({ ...item, value: each, steps: [...steps, `${key}[${index}]`] }))
      : [{ ...item, value: value[key], beside: value[`_${key}`], steps: [...steps, key] }];
  });
}

/** What the elements within an item stand in: of a primitive value what JSON has beside it, under its name with a bar. */
function containing({ value, beside, steps, place }) {
  return beside === undefined ? { value, steps, place } : { value: beside, steps: [...steps.slice(0, -1), `_${steps.at(-1)}`], place };
}

/** Whether a value is in a slice: by what tells the slice from others. */
export function isMember(slice, value, key, codes) {
  if (slice.resourceType) {
    return value.resourceType === slice.resourceType;
  }
  if (slice.parent.isChoice) {
    return key === slice.slice;
  }
  if (slice.url) {
    return value.url === slice.url;
  }
  return telling(slice).every(({ path, node }) => valuesAt(value, path).some((each) => agrees(node.element, each, codes)));
}

/**
 * What tells a slice from others: the elements on and below the paths by which the items are sliced, and on the way to
 * them, as far as they fix something or are bound.
 */
export function telling(slice) {
  const paths = (slice.parent.element.slicing?.discriminator ?? []).map(({ path }) => (path === '$this' ? [] : path.split('.')));
  const found = [];
  visit(slice, []);
  return found;

  function visit(node, path) {
    const isOnTheWay = paths.some((wanted) => path.every((name, index) => index >= wanted.length || name === wanted[index]));
    if (!isOnTheWay) {
      return;
    }
    const isThePath = paths.some((wanted) => wanted.join('.') === path.join('.'));
    if (fixedValue(node.element) !== undefined || (isThePath && node.element.binding?.strength === 'required')) {
      found.push({ path, node });
    }
    [...node.children, ...node.slices].forEach((child) => visit(child, child.parent === node && !child.slice ? [...path, child.name] : path));
  }
}

function agrees(element, value, codes) {
  const fixed = fixedValue(element);
  return fixed === undefined ? isBound(element, value, codes) : contains(value, fixed);
}

function valuesAt(value, [name, ...path]) {
  return name === undefined ? [value] : itemsOf({ name }, { value, steps: [] }).flatMap((item) => valuesAt(item.value, path));
}

/** What an element is fixed to, or undefined. */
export function fixedValue(element) {
  const key = Object.keys(element).find((name) => /^(fixed|pattern)[A-Z]/.test(name));
  return key && element[key];
}

/** Whether a value has everything that a pattern has. */
export function contains(value, pattern) {
  if (pattern === null || typeof pattern !== 'object') {
    return value === pattern;
  }
  if (Array.isArray(pattern)) {
    return pattern.every((item) => (value ?? []).some((candidate) => contains(candidate, item)));
  }
  return Object.entries(pattern).every(([key, part]) => contains(value?.[key], part));
}

/** Whether one of the codes of a value is in the value set that its element is bound to. */
export function isBound({ binding }, value, codes) {
  const allowed = codes(binding.valueSet);
  if (allowed === undefined) {
    return true;
  }
  const isAllowed = ({ system, code }) => allowed.has(`${system}|${code}`) || (system === undefined && allowed.has(`|${code}`));
  if (typeof value === 'string') {
    return allowed.has(`|${value}`);
  }
  return value.coding ? value.coding.some(isAllowed) : isAllowed(value);
}

/** The codes of a value set as system|code, and as |code for elements that are a code alone; undefined when it lists none. */
function valueSets(definitions) {
  const byUrl = (type) => {
    const core = coreByUrl(type);
    const own = new Map(definitions.filter(({ resourceType }) => resourceType === type).map((resource) => [resource.url, resource]));
    return (url) => own.get(url) ?? core.get(url)?.();
  };
  const [valueSet, codeSystem] = [byUrl('ValueSet'), byUrl('CodeSystem')];
  const known = new Map();
  return (canonical) => {
    const url = canonical.replace(/\|.*/, '');
    if (!known.has(url)) {
      known.set(url, expanded(valueSet(url)));
    }
    return known.get(url);
  };

  function expanded(set) {
    const codes = (set?.compose?.include ?? []).flatMap(({ system, concept, filter }) => {
      const concepts = concept ?? (filter ? undefined : conceptsOf(codeSystem(system)?.concept));
      return concepts?.length > 0 ? concepts.flatMap(({ code }) => [`${system}|${code}`, `|${code}`]) : [undefined];
    });
    return codes.length === 0 || codes.includes(undefined) ? undefined : new Set(codes);
  }
}

const conceptsOf = (concepts) => (concepts ?? []).flatMap((concept) => [concept, ...conceptsOf(concept.concept)]);
