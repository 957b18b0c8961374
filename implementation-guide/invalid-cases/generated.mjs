// Makes an invalid example for a demand of a profile from one of its valid examples.

import { adding, having, without } from './defects.mjs';
import { walk } from './tree.mjs';
import { forbiddenValue, keyOf, otherThan, unknownCode } from './values.mjs';

/** Where the elements of a profile stand, or could stand, in its examples: by node the places in their order. */
export function placesOf(root, examples, codes) {
  const places = new Map();
  for (const resource of examples) {
    walk(root, resource, (node, items, parent) => {
      places.set(node, [...(places.get(node) ?? []), { resource, items, parent }]);
    }, codes);
  }
  return places;
}

/** The case that breaks a demand, as it is written by hand in the other files; undefined when no example lends itself. */
export function caseFor({ kind, node }, root, places, codes) {
  const all = places.get(node) ?? [];
  const made = makers[kind]?.(node, all.find(({ items }) => items.length > 0), all[0], codes);
  return made && [kind, slug(node, root.owner), ...made];
}

const makers = {
  required(node, present) {
    if (!present) {
      return undefined;
    }
    const paths = present.items.map(({ steps }) => steps.join('.'));
    const whole = node.slice && !node.parent.isChoice ? paths.reverse() : [paths[0].replace(/\[\d+\]$/, '')];
    return [present.resource, whole.map(without), present.parent.place];
  },

  pattern(node, present, place) {
    return replaced(node, present, place, () => otherThan(valueFixed(node.element)));
  },

  binding(node, present, place, codes) {
    return replaced(node, present, place, (value) => unknownCode(node.element, codes, value));
  },

  forbidden(node, present, place, codes) {
    if (!place) {
      return undefined;
    }
    const { element } = node;
    const change = element.base.max === '1' ? having : adding;
    return [place.resource, change([...place.parent.steps, keyOf(element)].join('.'), forbiddenValue(element, codes)), place.parent.place];
  },
};

/** A case with another value where one stands, or could stand alone. */
function replaced(node, present, place, value) {
  if (present) {
    const [item] = present.items;
    return [present.resource, having(item.steps.join('.'), value(item.value)), item.place];
  }
  if (!place || node.isChoice || node.slice || node.element.base.max !== '1') {
    return undefined;
  }
  return [place.resource, having([...place.parent.steps, node.name].join('.'), value()), `${place.parent.place}.${node.name}`];
}

const valueFixed = (element) => element[Object.keys(element).find((name) => /^(fixed|pattern)[A-Z]/.test(name))];

/** A name for the file: the element and, where an extension or what is contained says so, whose element it is. */
function slug({ owner, id }, profile) {
  const element = id.split('.').slice(1).join('-').replaceAll('extension:', '').replaceAll('[x]', '').replaceAll(':', '-');
  return `${owner === profile ? '' : `${owner}-`}${element}`.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}
