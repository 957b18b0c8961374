// Every code of the guide exists in its code system and is shown by that system's words. The guide's own code systems
// and those of FHIR R4 are at hand; codes of other systems stand in verified-codes.json, each with its source.

import { coreByUrl } from '../guide.mjs';

/**
 * Where codes may be looked up.
 *
 * displaysOf(system, code) answers the displays that a code may have, or undefined for one that nobody knows.
 * isInvented(system) tells the systems of invented senders in examples, on domains that are reserved for examples.
 */
export function terminology(definitions, verified, canonical) {
  const own = new Map(definitions.filter(({ resourceType, content }) => resourceType === 'CodeSystem' && content !== 'supplement').map((system) => [system.url, system]));
  const core = coreByUrl('CodeSystem');
  const inSystem = (system, code) => {
    const concept = conceptsOf(system.concept).find((item) => item.code === code);
    return concept && [concept.display ?? concept.code];
  };
  return {
    isInvented: (system) => !system.startsWith(`${canonical}/`) && /^https?:\/\/([^/]+\.)?example(\.(com|org|net))?(\/|$)/.test(system),
    displaysOf: (system, code) => {
      const complete = own.get(system) ?? (core.get(system)?.().content === 'complete' ? core.get(system)() : undefined);
      if (complete) {
        return inSystem(complete, code);
      }
      const displays = verified.filter((group) => group.system === system && code in group.codes).map(({ codes }) => codes[code]);
      return displays.length > 0 ? displays : undefined;
    },
  };
}

const conceptsOf = (concepts) => (concepts ?? []).flatMap((concept) => [concept, ...conceptsOf(concept.concept)]);

/** Every code that stands in a resource together with its system. */
export function codesOf(resource) {
  const found = [];
  walk(resource);
  return found;

  function walk(node) {
    if (Array.isArray(node)) {
      node.forEach(walk);
    } else if (node !== null && typeof node === 'object') {
      if (typeof node.system === 'string' && typeof node.code === 'string') {
        found.push({ system: node.system, code: node.code, display: node.display });
      }
      if (typeof node.system === 'string' && Array.isArray(node.concept)) {
        node.concept.forEach(({ code, display }) => found.push({ system: node.system, code, display }));
      }
      if (node.content === 'supplement') {
        found.push(...conceptsOf(node.concept).map(({ code, display }) => ({ system: node.supplements.replace(/\|.*/, ''), code, display })));
      }
      if (node.element && !node.resourceType) {
        found.push(...fixedApart(node.element));
        found.push(...mapped(node));
      }
      Object.values(node).forEach(walk);
    }
  }
}

/** Codes that a profile fixes in one element and their system in its neighbour. */
function fixedApart(elements) {
  const fixed = new Map(elements.map((element) => [element.id, element.fixedCode ?? element.patternCode ?? element.fixedUri ?? element.patternUri]));
  return [...fixed].filter(([id, value]) => value && id.endsWith('.code') && fixed.get(id.replace(/code$/, 'system')))
    .map(([id, code]) => ({ system: fixed.get(id.replace(/code$/, 'system')), code }));
}

/** The codes of a group of a concept map. */
function mapped({ source, target, element }) {
  return element.flatMap((from) => [
    { system: source, code: from.code, display: from.display },
    ...(from.target ?? []).map((to) => ({ system: target, code: to.code, display: to.display })),
  ]).filter(({ system, code }) => system && code);
}

/** What is wrong with the codes of a resource. */
export function complaintsAboutCodes(resource, { isInvented, displaysOf }) {
  return [...new Set(codesOf(resource).filter(({ system }) => !isInvented(system)).flatMap(({ system, code, display }) => {
    const displays = displaysOf(system, code);
    if (displays === undefined) {
      return [`${system}|${code} is in no code system of the guide or of FHIR R4, and not in verified-codes.json`];
    }
    return display === undefined || displays.includes(display) ? [] : [`${system}|${code} is shown as “${display}”; it is “${displays.join('” or “')}”`];
  }))];
}
