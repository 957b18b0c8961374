// The part of the page on indicators that says what the measures and the flat tables are: it is made from them, so that it
// stays true. The rest of the page is written by hand.

import fs from 'node:fs';
import path from 'node:path';
import { readJson } from './package-files.mjs';

/** Where the SQL finds each dimension of a unit; bands are drawn from the columns. */
const columns = {
  sex: ['patient.sex'],
  'age-band': ['patient.birth_date'],
  substance: ['administration.substance', 'supply.substance'],
  route: ['administration.route', 'supply.route'],
  'dose-band': ['administration.milligrams', 'measurement.measured_value'],
  'sessions-so-far': ['session.started_at', 'administration.session_id'],
  'cumulative-dose-band': ['administration.milligrams', 'supply.milligrams'],
  setting: ['session.setting'],
  year: ['session.started_at', 'score.measured_at'],
  'time-since-session': ['administration.started_at', 'adverse_event.occurred_at'],
  'event-term': ['adverse_event_term.term'],
  grade: ['adverse_event.grade'],
  instrument: ['score.code'],
  clinic: ['session.clinic_id', 'course.clinic_id'],
};

const scoringWords = { cohort: 'A count', proportion: 'A proportion', ratio: 'A ratio' };
const scopeWords = { 'own-registry': 'a registry of itself', network: 'the network', public: 'everybody' };
const populationWords = { 'initial-population': 'Population', denominator: 'Denominator', 'denominator-exclusion': 'Left out', numerator: 'Numerator' };
const extensionsOf = (element, name) => (element.extension ?? []).filter(({ url }) => url.endsWith(`/StructureDefinition/${name}`));
const codeOf = ({ code }) => code.coding[0].code;
const byNumber = (a, b) => a.localeCompare(b, 'en');

/** The order in which the page tells the indicators: that of the libraries, then of the files. */
const libraries = ['SessionIndicators', 'SafetyIndicators', 'EffectIndicators', 'FollowUpIndicators', 'PracticeIndicators'];

function all(folder, type) {
  return fs.readdirSync(folder).filter((name) => name.startsWith(`${type}-`)).sort(byNumber).map((name) => readJson(path.join(folder, name)));
}

function indicator(measure) {
  const asked = scopeWords[extensionsOf(measure, 'indicator-scope')[0].valueCode];
  const citations = (measure.relatedArtifact ?? []).filter(({ type }) => type === 'citation')
    .map(({ citation, url }) => (url ? `[${citation}](${url})` : citation));
  return [
    `#### ${measure.title}`,
    `**${measure.description}** [${scoringWords[measure.scoring.coding[0].code]}](Measure-${measure.id}.html), asked by ${asked}. ${measure.purpose}`,
    measure.rationale,
    ...measure.group.flatMap((group) => group.population.length === 1 && measure.group.length === 1
      ? [group.population[0].description]
      : [[`*${group.description}*`, '', ...group.population.map(population)].join('\n')]),
    `Dimensions: ${dimensions(measure)}.`,
    measure.guidance,
    ...(citations.length > 0 ? [`Sources: ${citations.join(' ')}`] : []),
  ].join('\n\n');
}

function population(part) {
  const unit = extensionsOf(part, 'counting-unit')[0].valueCode;
  return `- ${populationWords[codeOf(part)]} (${unit}): ${part.description}`;
}

function dimensions(measure) {
  const named = measure.group.flatMap(({ stratifier }) => stratifier).map((stratifier) => {
    const notes = [
      ...(extensionsOf(stratifier, 'dimension-required').length > 0 ? ['always'] : []),
      ...(extensionsOf(stratifier, 'numerator-only').length > 0 ? ['numerator'] : []),
      ...extensionsOf(stratifier, 'indicator-scope').map(({ valueCode }) => valueCode),
    ];
    return codeOf(stratifier) + (notes.length > 0 ? ` (${notes.join(', ')})` : '');
  });
  return [...new Set(named)].join(', ');
}

function dimensionTable(system, views) {
  const known = new Set(views.flatMap((view) => columnsOf(view).map(({ name }) => `${view.name}.${name}`)));
  const rows = system.concept.map(({ code, definition, property }) => {
    const unknown = (columns[code] ?? []).filter((column) => !known.has(column));
    if (columns[code] === undefined || unknown.length > 0) {
      throw new Error(`The dimension ${code} has no columns, or these do not exist: ${unknown.join(', ')}`);
    }
    const bands = property?.find((item) => item.code === 'bands')?.valueString.split('/').at(-1);
    return `| ${code} | ${definition} | ${bands ? `[${bands}](ValueSet-${bands}.html)` : '–'} | ${columns[code].map((column) => `\`${column}\``).join(', ')} |`;
  });
  return ['| dimension | what it is | bands | columns |', '|---|---|---|---|', ...rows].join('\n');
}

/** The columns of a view, those of a union once. */
function columnsOf(view) {
  const of = (select) => [...(select.column ?? []), ...(select.select ?? []).flatMap(of), ...(select.unionAll ? of(select.unionAll[0]) : [])];
  return view.select.flatMap(of);
}

function table(view) {
  const rows = columnsOf(view).map(({ name, type, description }) => `| \`${name}\` | ${type} | ${description} |`);
  return [`#### ${view.name}`, `${view.description} From ${view.resource}.`, ['| column | type | what it is |', '|---|---|---|', ...rows].join('\n')].join('\n\n');
}

/**
 * The page with what is made from the artefacts put in.
 *
 * @param page the page as it stands
 * @param package the folder of the compiled definitions
 * @param input the folder of the guide's input
 */
export function indicatorsPage(page, definitions, input) {
  const measures = all(definitions, 'Measure');
  const views = fs.readdirSync(path.join(input, 'views')).sort(byNumber).map((name) => readJson(path.join(input, 'views', name)));
  const system = readJson(path.join(definitions, 'CodeSystem-indicator-dimension-cs.json'));
  const ordered = libraries.flatMap((library) => measures.filter((measure) => measure.library[0].endsWith(`/${library}`)));
  if (ordered.length !== measures.length) {
    throw new Error('A measure belongs to none of the libraries that the page tells of.');
  }
  const parts = {
    indicators: ordered.map(indicator).join('\n\n'),
    dimensions: dimensionTable(system, views),
    tables: views.map(table).join('\n\n'),
  };
  return Object.entries(parts).reduce((text, [name, content]) => {
    const marked = new RegExp(`(<!-- ${name}: made by indicators.mjs -->\n)[^]*?(<!-- end of ${name} -->)`);
    if (!marked.test(text)) {
      throw new Error(`The page on indicators has no place for ${name}.`);
    }
    return text.replace(marked, (_, begin, end) => `${begin}\n${content}\n\n${end}`);
  }, page);
}
