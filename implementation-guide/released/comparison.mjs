// Compares two fingerprints. What could turn away a record that was valid, or leave a caller without what it relied
// on, is told as a sentence; everything else is a change that needs no more than a new version.

/** How each thing that is said of a subject becomes stricter, from what was said (or undefined) to what is said now. */
const becomesStricter = {
  // What elements and parameters take.
  min: (was = 0, is = 0) => is > was && `at least ${is}, before ${was}`,
  max: (was = '*', is = '*') => number(is) < number(was) && `at most ${is}, before ${was}`,
  maxLength: (was = '*', is = '*') => number(is) < number(was) && `at most ${is} characters, before ${was}`,
  value: changes((value) => (value === undefined ? 'any value' : `the value ${value}`)),
  types: loses('the type', true),
  binding: (was, is) => is && (was?.valueSet !== is.valueSet || (was.strength === 'extensible' && is.strength === 'required'))
    && `${is.strength} binding to ${is.valueSet}, before ${was ? `${was.strength} to ${was.valueSet}` : 'as in FHIR R4'}`,
  invariants: (was = {}, is = {}) => Object.entries(is).filter(([key, expression]) => was[key] !== expression)
    .map(([key]) => `the invariant ${key} is ${key in was ? 'another' : 'new'}`).join('; '),
  slicing: changes((slicing) => (slicing ? `closed slices by ${slicing}` : 'open slices')),
  contexts: loses('the context', false),

  // What value sets and code systems hold.
  codes: loses('the code', false),
  caseSensitive: (was, is) => is && !was && 'codes are now told apart by case',
  valueSet: changes(),

  // What callers rely on.
  bases: loses('the base', false),
  targets: loses('the target', true),
  calledOn: loses('the call on', false),
  offers: loses('the offer', false),
  asks: (was = [], is = []) => is.filter((name) => !was.includes(name)).map((name) => `${name} is asked of clients`).join('; '),
  givesMin: (was, is) => is < was && `gives at least ${is}, before ${was}`,
  givesMax: (was, is) => number(is) > number(was) && `gives up to ${is}, before ${was}`,
  gives: changes(),
  type: changes(),
  code: changes(),
  expression: changes(),
  criteria: changes(),
  scoring: changes(),

  // What has a version of its own.
  version: () => false,
  contents: () => false,
};

/** What of a released fingerprint another made stricter, as sentences that begin with the artefact. */
export function stricterChanges(released, present) {
  return Object.keys({ ...released.artefacts, ...present.artefacts }).sort().flatMap((name) => {
    const [was, is] = [released.artefacts[name], present.artefacts[name]];
    if (was === undefined) {
      return [];
    }
    return is === undefined ? [`${name} was removed`] : changesOf(name, was, is).map((change) => `${name}: ${change}`);
  });
}

function changesOf(name, was, is) {
  const isStructure = name.startsWith('StructureDefinition/');
  return Object.keys({ ...was, ...is }).sort().flatMap((subject) => {
    if (is[subject] === undefined) {
      // A profile that says no more of an element asks for less; elsewhere the subject itself is gone.
      return isStructure ? [] : [`${subject} was removed`];
    }
    if (isStructure && (wasForbidden(was, subject) || isOptionalExtension(was, is, subject))) {
      return [];
    }
    const [said, says] = [was[subject] ?? {}, is[subject]];
    // A parameter, an item or an offer that is new can only ask for more.
    const words = isStructure || was[subject] ? Object.keys({ ...said, ...says }) : ['min', 'asks'];
    return words.map((word) => {
      if (!becomesStricter[word]) {
        throw new Error(`released/comparison.mjs does not know when ${word} becomes stricter`);
      }
      return becomesStricter[word](said[word], says[word]);
    }).filter(Boolean).map((change) => `${subject}: ${change}`);
  });
}

/** An element that was forbidden, or stood in one, can only have become looser. */
function wasForbidden(was, subject) {
  const segments = subject.split('.');
  return segments.some((_, index) => was[segments.slice(0, index + 1).join('.')]?.max === '0');
}

/** A new extension that need not be there asks nothing of a record that was valid. */
function isOptionalExtension(was, is, subject) {
  return was[subject] === undefined && /extension:[^.]+$/.test(subject) && !is[subject].min;
}

/** What the change log does not tell: the version, or artefacts that became stricter and that its section does not name. */
export function untold(log, version, stricter) {
  const section = log.split(/^### /m).find((part) => part.startsWith(`${version}\n`));
  if (section === undefined) {
    return [`the version ${version}`];
  }
  // An artefact that is gone has no page to link to.
  const names = new Set(stricter.map((change) => change.match(/^\w+\/[\w.-]+/)[0]));
  return [...names].filter((name) => !section.includes(`${name.replace('/', '-')}.html`) && !section.includes(`\`${name}\``));
}

/** Artefacts whose contents changed although their own version is the same. */
export function changedUnderOneVersion(released, present) {
  return Object.entries(present.artefacts).map(([name, subjects]) => [name, released.artefacts[name]?.['own version'], subjects['own version']])
    .filter(([, was, is]) => was && is && was.version === is.version && was.contents !== is.contents)
    .map(([name, , { version }]) => `${name} has other contents under its version ${version}`);
}

/** Whether two versions say the same of everything. */
export const isSame = (released, present) => JSON.stringify(released.artefacts) === JSON.stringify(present.artefacts);

/** The lowest version that may follow a released one, by what became of its contents. */
export function lowestVersion(released, stricter, changed) {
  const [major, minor, patch] = released.split('.').map(Number);
  if (!changed) {
    return released;
  }
  if (!stricter) {
    return `${major}.${minor}.${patch + 1}`;
  }
  // Before 1.0.0 a stricter version raises the minor number.
  return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
}

export function compareVersions(left, right) {
  const [a, b] = [left, right].map((version) => version.split('.').map(Number));
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

const number = (max) => (max === '*' ? Infinity : Number(max));

function changes(words = (value) => value ?? 'nothing') {
  return (was, is) => is !== undefined && was !== is && `${words(is)}, before ${words(was)}`;
}

/** A list that lost something; where an absent list means everything, a new list is a loss. */
function loses(what, absentMeansAll) {
  return (was, is) => {
    if (is === undefined || (was === undefined && !absentMeansAll)) {
      return was !== undefined && !absentMeansAll && `${what} ${was.join(', ')} is gone`;
    }
    if (was === undefined) {
      return `only ${what} ${is.join(', ')}, before any`;
    }
    const gone = was.filter((name) => !is.includes(name) && !is.includes(name.replace(/[(<].*/, '')));
    return gone.length > 0 && `${what} ${gone.join(', ')} is gone`;
  };
}
