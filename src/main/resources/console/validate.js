// Asks the registry's own $validate for a verdict on the text, and shows it at its lines. The text goes
// into the body of that request and nowhere else.

const element = (id) => document.getElementById(id);
const [form, text, numbers, marks, gutter] = ['form', 'text', 'numbers', 'marks', 'gutter'].map(element);
const [verdict, issues, notes, ask] = ['verdict', 'issues', 'notes', 'ask'].map(element);
const [profile, mode, example, format] = ['profile', 'mode', 'example', 'format'].map(element);
const answer = verdict.parentElement;

const RULES = 'https://ketamine-registry.example/fhir/rules';
const PLACE = 'http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-';

const wide = matchMedia('(min-width: 64rem)');

let types = new Set();
let profiles = new Map();
let loaded = '';

// ---- what is asked -----------------------------------------------------------------------------

const isXml = (source) => source.trimStart().startsWith('<');

/** The type that the text says it is; Bundle where it says none, since every address reads any text. */
function typeOf(source) {
  if (isXml(source)) {
    return source.replace(/<!--[^]*?-->|<\?[^]*?\?>/g, '').match(/<(?:\w+:)?([A-Z][A-Za-z]*)/)?.[1] ?? 'Bundle';
  }
  try {
    return String(JSON.parse(source)?.resourceType ?? 'Bundle');
  } catch {
    return source.match(/"resourceType"\s*:\s*"([A-Z][A-Za-z]*)"/)?.[1] ?? 'Bundle';
  }
}

async function validate() {
  const source = text.value;
  const type = typeOf(source);
  if (!types.has(type)) {
    show('unknown', 'No verdict: the guide has no profile of this type', [], [
      `There are profiles of ${[...types].sort().join(', ')}.`]);
    return;
  }
  const query = new URLSearchParams(
    [['mode', mode.value], ['profile', profile.value]].filter(([, value]) => value !== ''));
  ask.disabled = true;
  try {
    const response = await fetch(`fhir/${type}/$validate?${query}`, {
      method: 'POST',
      body: source,
      headers: {
        'Content-Type': isXml(source) ? 'application/fhir+xml' : 'application/fhir+json',
        Accept: 'application/fhir+json',
      },
    });
    tell(response.status, await response.json());
  } catch {
    show('unknown', 'No verdict: the registry does not answer', [], []);
  } finally {
    ask.disabled = false;
  }
}

// ---- what is answered --------------------------------------------------------------------------

const place = (issue, name) => issue.extension?.find(({ url }) => url === PLACE + name)?.valueInteger ?? 0;

function tell(status, outcome) {
  const all = outcome.issue ?? [];
  const errors = all.filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map((issue) => ({
      line: place(issue, 'line'),
      column: place(issue, 'col'),
      code: issue.details?.coding?.[0]?.code ?? issue.code,
      rule: issue.details?.coding?.find(({ system }) => system === RULES)?.code,
      at: issue.expression?.[0],
      words: issue.diagnostics ?? '',
    }));
  const rest = all.filter(({ severity }) => severity !== 'error' && severity !== 'fatal')
    .map(({ diagnostics }) => diagnostics);
  if (status !== 200) {
    show('unknown', 'No verdict could be given', errors, rest);
  } else if (errors.length === 0) {
    show('valid', mode.value ? 'The registry would accept it' : 'Valid', errors, rest);
  } else {
    show('invalid', errors.length === 1 ? '1 problem' : `${errors.length} problems`, errors, rest);
  }
}

function show(kind, words, problems, remarks) {
  answer.classList.remove('stale');
  verdict.className = `verdict ${kind}`;
  verdict.textContent = words;
  issues.replaceChildren(...problems.map(item));
  notes.replaceChildren(...remarks.map((words) => linked('li', words)));
  mark(problems);
  const first = problems.find(({ line }) => line > 0);
  if (first) {
    text.scrollTop = above(first.line);
  }
  if (!wide.matches) {
    answer.scrollIntoView();
  }
}

/** Words, in which the guide's profiles have their titles and lead to their pages. */
function linked(name, words) {
  const node = made(name, '');
  for (const part of words.split(/(https?:[^\s,)]+[^\s,).])/)) {
    const known = profiles.get(part);
    const link = known && made('a', '', known.title);
    if (link) {
      link.href = `guide/StructureDefinition-${part.replace(/.*\//, '')}.html`;
    }
    node.append(link ?? part);
  }
  return node;
}

function item(problem) {
  const head = made('div', 'head');
  if (problem.line > 0) {
    const button = made('button', 'place', `Line ${problem.line}`);
    button.type = 'button';
    button.title = `Column ${problem.column}`;
    button.addEventListener('click', () => go(problem));
    head.append(button);
  }
  const code = made('a', 'code', problem.code);
  code.href = `guide/errors.html#${encodeURIComponent(problem.code)}`;
  head.append(code);
  if (problem.rule) {
    head.append(made('span', 'rule', problem.rule));
  }
  const li = made('li', '');
  li.dataset.line = problem.line;
  li.tabIndex = -1;
  li.append(head, linked('p', problem.words));
  if (problem.at) {
    li.append(made('p', 'at', problem.at));
  }
  return li;
}

function made(name, className, words = '') {
  const node = document.createElement(name);
  node.className = className;
  node.textContent = words;
  return node;
}

// ---- the text and its lines --------------------------------------------------------------------

const rowHeight = () => parseFloat(getComputedStyle(text).lineHeight);

/** How far to scroll so that a line has some others above it. */
const above = (line) => (line - 1) * rowHeight() - text.clientHeight / 3;

function mark(problems) {
  const lines = new Set(problems.map(({ line }) => line).filter((line) => line > 0));
  marks.replaceChildren(...[...lines].map((line) => {
    const span = document.createElement('span');
    span.dataset.line = line;
    span.style.top = `${(line - 1) * rowHeight()}px`;
    return span;
  }));
  scroll();
}

function number() {
  const count = text.value.split('\n').length;
  if (numbers.dataset.count !== String(count)) {
    numbers.dataset.count = count;
    numbers.textContent = Array.from({ length: count }, (none, i) => i + 1).join('\n');
  }
}

function scroll() {
  numbers.style.transform = `translateY(${-text.scrollTop}px)`;
  marks.style.transform = `translateY(${-text.scrollTop}px)`;
}

/** Shows a place and selects what stands there, to the end of its line. */
function go({ line, column }) {
  const lines = text.value.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const row = lines[line - 1] ?? '';
  const start = Math.min(Math.max(column - 1, 0), row.length);
  text.focus();
  text.setSelectionRange(before + start, before + row.length);
  text.scrollTop = above(line);
  text.scrollLeft = row.length < 60 ? 0 : (text.scrollWidth * start) / Math.max(...lines.map((one) => one.length)) - 60;
}

// ---- what can be chosen ------------------------------------------------------------------------

function fill(select, choices, value) {
  for (const type of new Set(choices.map((choice) => choice.type))) {
    const group = document.createElement('optgroup');
    group.label = type;
    group.append(...choices.filter((choice) => choice.type === type)
      .map((choice) => new Option(choice.title, value(choice))));
    select.append(group);
  }
}

async function load() {
  const untouched = text.value === '' || text.value === loaded;
  if (example.value === '' || !(untouched || confirm('Put the example in place of the text?'))) {
    return;
  }
  const response = await fetch(`console/examples/${example.value}.${format.value}`);
  if (response.ok) {
    loaded = await response.text();
    text.value = loaded;
    text.scrollTop = 0;
    number();
    await validate();
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  validate();
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    validate();
  }
});
text.addEventListener('input', () => {
  number();
  answer.classList.add('stale');
});
text.addEventListener('scroll', scroll);
gutter.addEventListener('click', (event) => {
  const line = Math.floor((event.clientY - numbers.getBoundingClientRect().top - 8) / rowHeight()) + 1;
  issues.querySelector(`[data-line="${line}"]`)?.focus();
});
example.addEventListener('change', load);
format.addEventListener('change', load);

const catalogue = await (await fetch('console/catalogue')).json();
profiles = new Map(catalogue.profiles.map((one) => [one.url, one]));
types = new Set(['Bundle', ...catalogue.profiles.map(({ type }) => type)]);
document.querySelector('#open').hidden = !catalogue.open;
fill(profile, catalogue.profiles, ({ url }) => url);
fill(example, catalogue.examples, ({ file }) => file);
number();
