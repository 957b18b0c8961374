// What the profiles demand, as keys such as “ketamine-session required Encounter.period”, and which of its demands a
// resource does not meet. So it can be told whether every demand has an invalid example, and whether an invalid example
// has one defect.

import { coreElement } from '../guide.mjs';
import { allNodes, contains, fixedValue, isBound, isMember, isOfType, telling, walk } from './tree.mjs';

/** Demands that need no case, each with the reason. */
export const excused = [
  { form: / (required|pattern) Extension\.(extension:\w+\.)?url$/, reason: 'the URL makes an extension what it is; another URL is another extension' },
  { form: / forbidden Observation\.value\[x\]:valueQuantity$/, reason: 'HL7’s blood pressure closes the value as a whole, which has its case' },
  { form: /AdverseEvent\.event\.coding:meddra\.(system|code)$/, reason: 'MedDRA terms may not be shipped; a coding of any other system without system or code has its case' },
  { form: / forbidden Extension\.(extension:\w+\.)?(extension|value\[x\])$/, reason: 'ext-1 of FHIR says that an extension has either a value or extensions' },
];

/** Elements that no example shows and within which nothing has a case, each with the reason. */
export const unshown = [
  { profile: 'ketamine-adverse-event', id: 'AdverseEvent.event.coding:meddra', reason: 'MedDRA terms may not be shipped; a licensed sender supplies them' },
];

/** Every demand of a profile, of the extensions that it uses and of what it contains, with the node that makes it. */
export function demandsOf(root) {
  const nodes = allNodes(root);
  const structural = nodes.filter((node) => node !== root && !isWithinForbidden(node))
    .flatMap((node) => kindsOf(node).map((kind) => ({ key: `${node.owner} ${kind} ${node.id}`, kind, node })));
  const invariants = [...nodes, ...nodes.flatMap(({ extension }) => extension ?? [])]
    .flatMap((node) => ownInvariants(node).map((rule) => ({ key: `${node.owner} invariant ${rule}`, kind: 'invariant', rule, node })));
  const isUnshown = ({ owner, id }) => unshown.some((one) => owner === one.profile && id.startsWith(`${one.id}.`));
  return [...structural, ...invariants].filter(({ key, node }) => !excused.some(({ form }) => form.test(key)) && !isUnshown(node));
}

function kindsOf(node) {
  const { element } = node;
  if (element.max === '0') {
    return ['forbidden'];
  }
  const isFixed = fixedValue(element) !== undefined;
  const { asValue, asPresence } = tellsSlice(node);
  return [
    ...(element.min > 0 && !asPresence && !repeatsItsChoice(node) ? ['required'] : []),
    ...(isFixed && !asValue ? ['pattern'] : []),
    ...(element.binding?.strength === 'required' && !isFixed && !asValue ? ['binding'] : []),
    ...(element.slicing?.rules === 'closed' && !node.isChoice ? ['slicing'] : []),
  ];
}

const ownInvariants = ({ element }) => (element.constraint ?? []).map(({ key }) => key)
  .filter((key) => key.startsWith('krn-') && !coreElement(element)?.constraint?.some((constraint) => constraint.key === key));

/** What tells an item from others makes it another item when it changes: that is an error of the slice, not of the item. */
function tellsSlice(node) {
  const slices = ancestors(node).filter((at) => at.slice && at.parent?.element.slicing && !at.parent.isChoice && !at.url && !at.resourceType);
  return {
    asValue: slices.some((slice) => telling(slice).some((one) => one.node === node)),
    asPresence: slices.some((slice) => slice !== node && telling(slice).some((one) => ancestors(one.node).includes(node))),
  };
}

/** A node and the nodes that it stands in. */
const ancestors = (node) => (node ? [node, ...ancestors(node.parent)] : []);

const isWithinForbidden = (node) => ancestors(node.parent).some(({ element }) => element.max === '0');

/** The slice of a choice repeats what is required of the choice. */
const repeatsItsChoice = (node) => node.slice !== undefined && node.parent.isChoice && node.parent.element.min > 0;

/** The demands that a resource does not meet, as far as they can be told without evaluating invariants. */
export function unmet(root, resource, codes) {
  const keys = new Set();
  walk(root, resource, (node, items) => {
    const { element } = node;
    const is = (kind) => keys.add(`${node.owner} ${kind} ${node.id}`);
    const fixed = fixedValue(element);
    if (element.max === '0') {
      return items.length > 0 && is('forbidden');
    }
    if (items.length < element.min && !repeatsItsChoice(node)) {
      is('required');
    }
    if (element.max !== '*' && items.length > Number(element.max)) {
      is('repeated');
    }
    if (items.some((item) => !isOfType(node, item))) {
      return is('type');
    }
    if (fixed !== undefined && items.some(({ value }) => !contains(value, fixed))) {
      is('pattern');
    }
    if (fixed === undefined && element.binding?.strength === 'required' && items.some(({ value }) => !isBound(element, value, codes))) {
      is('binding');
    }
    if (element.slicing?.rules === 'closed' && !node.isChoice && items.some(({ value, key }) => !node.slices.some((slice) => isMember(slice, value, key, codes)))) {
      is('slicing');
    }
    return undefined;
  }, codes);
  return keys;
}

/** Defects by where they are: what is wrong with a slice, or with what stands in an element, is wrong with the element. */
export function defects(keys) {
  const places = [...new Set([...keys].map((key) => key.replace(/^(\S+) \w+ /, '$1 ').replace(/:\w+/g, '')))];
  return places.filter((place) => !places.some((other) => place.startsWith(`${other}.`)));
}

/** What FHIR R4 demands by itself, of an element of which the profile says nothing. */
export function isFhirsOwn({ element }) {
  const core = coreElement(element);
  return element.min === element.base.min && element.max === element.base.max && fixedValue(element) === undefined && element.binding?.valueSet === core.binding?.valueSet;
}
