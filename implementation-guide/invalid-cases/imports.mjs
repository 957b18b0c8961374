import { adding, having, without } from './defects.mjs';

const imported = 'Provenance-import-provenance-gb-1';

export const cases = {
  'ketamine-import-provenance': [
    ['krn-prv-1', 'of-no-patient', imported, without('target[0].type'), 'Provenance'],
    ['krn-prv-1', 'of-two-patients', imported, having('target[1]', { reference: 'Patient/patient-gb-2', type: 'Patient' }), 'Provenance'],
    ['krn-prv-2', 'mapping-without-digest', imported, having('policy[0]', 'https://ehr.riverside.example/mapping/clinic-spreadsheet'), 'Provenance.policy'],
    ['krn-prv-3', 'adapter-in-words', imported, having('agent[1].who.identifier.value', 'The adapter of the registry'), 'Provenance.agent.who.identifier.value'],
    ['krn-prv-4', 'name-of-the-file', imported, having('entity[0].what.identifier.value', 'ann-ashworth.csv'), 'Provenance.entity.what.identifier.value'],
    ['slicing', 'agent-of-another-kind', imported, adding('agent', { type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code: 'enterer' }] }, who: { reference: 'Organization/clinic-gb-0001' } }), 'Provenance.agent'],
    ['forbidden', 'agent-software-who-reference', imported, having('agent[1].who.reference', 'Organization/clinic-gb-0001'), 'Provenance.agent.who'],
    ['binding', 'lawful-basis', imported, having('extension(lawful-basis).valueCode', 'habit'), 'Provenance.extension.value.ofType(code)'],
    ['binding', 'dates', imported, having('extension(import-dates).valueCode', 'shifted'), 'Provenance.extension.value.ofType(code)'],
  ],
};
