import { adding, extension, having, own, without } from './defects.mjs';

const study = 'ResearchStudy-study-gb-1';
const report = 'Composition-case-report-gb-1';
const section = (code, references) => ({
  code: { coding: [own('case-report-section-cs', code)] }, entry: references.map((reference) => ({ reference })),
});

export const cases = {
  'ketamine-study': [
    ['krn-std-1', 'not-registered', study, having('identifier[0].system', 'https://ehr.riverside.example/sid/study'), 'ResearchStudy'],
    ['krn-std-2', 'short-number', 'ResearchStudy-study-gb-2', having('identifier[0].value', 'NCT9999'), 'ResearchStudy.identifier.value'],
    ['krn-std-3', 'number-of-eudract', 'ResearchStudy-study-de-1', having('identifier[0].value', '2019-001234-56'), 'ResearchStudy.identifier.value'],
    ['krn-std-4', 'digits-alone', study, having('identifier[0].value', '99999999'), 'ResearchStudy.identifier.value'],
    ['krn-std-5', 'title-for-a-number', 'ResearchStudy-study-de-1', having('identifier[1].value', 'Ketamine and mood'), 'ResearchStudy.identifier.value'],
    ['krn-std-6', 'arm-in-words', study, having('arm[0].name', 'Ketamine by infusion'), 'ResearchStudy.arm.name'],
    ['krn-std-7', 'site-is-a-patient', study, having('extension(study-site).valueReference.reference', 'Patient?identifier=https://ehr.riverside.example/sid/patient|1'), 'ResearchStudy.extension.value.ofType(Reference)'],
    ['required', 'study-site', study, without('extension(study-site)'), 'ResearchStudy'],
    ['type', 'site-in-words', study, [without('extension(study-site).valueReference'), having('extension(study-site).valueString', 'Riverside')], 'ResearchStudy.extension.value.ofType(string)'],
    ['forbidden', 'contained-person', study, adding('contained', { resourceType: 'Practitioner', id: 'investigator' }), 'ResearchStudy'],
  ],
  'ketamine-study-subject': [
    ['krn-std-6', 'arm-in-words', 'ResearchSubject-study-subject-de-1', having('actualArm', 'ESK-84 by mistake'), 'ResearchSubject.actualArm'],
    ['per-1', 'ends-before-it-begins', 'ResearchSubject-study-subject-de-1', having('period.end', '2026-02-01'), 'ResearchSubject.period'],
    ['binding', 'status-recruited', 'ResearchSubject-study-subject-gb-1', having('status', 'recruited'), 'ResearchSubject.status'],
  ],
  'ketamine-case-report': [
    ['slicing', 'section-of-another-kind', report, having('section[4].code.coding[0].code', 'history'), 'Composition.section'],
    ['forbidden', 'two-courses', report, adding('section', section('course', ['EpisodeOfCare/course-gb-1'])), 'Composition'],
    ['required', 'section-course', report, without('section[0]'), 'Composition'],
    ['required', 'section-treatment', report, without('section[1]'), 'Composition'],
    ['required', 'section-outcome', report, without('section[2]'), 'Composition'],
    ['required', 'section-consent', report, without('section[3]'), 'Composition'],
    ['required', 'section-entries', report, without('section[2].entry'), 'Composition.section'],
    ['forbidden', 'section-narrative', report, having('section[2].text', { status: 'additional', div: '<div xmlns="http://www.w3.org/1999/xhtml">She felt well.</div>' }), 'Composition.section'],
    ['forbidden', 'section-within-a-section', report, adding('section[2].section', section('adverse-events', ['AdverseEvent/adverse-event-gb-2'])), 'Composition.section'],
    ['forbidden', 'extension', report, adding('extension', extension('written', { valueBoolean: true })), 'Composition'],
    ['forbidden', 'contained-person', report, adding('contained', { resourceType: 'Practitioner', id: 'author' }), 'Composition'],
  ],
};
