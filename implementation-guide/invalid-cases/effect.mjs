import { adding, having, own, scoreOf, withoutTimeOfDay } from './defects.mjs';

const suicidality = 'Observation-suicidality-before-gb-1';

export const cases = {
  'depression-score': [
    ['krn-dep-1', 'madrs-too-high', 'Observation-madrs-before-gb-1', having('valueInteger', 61), 'Observation'],
    ['krn-dep-1', 'madrs-negative', 'Observation-madrs-before-gb-1', having('valueInteger', -1), 'Observation'],
    ['krn-dep-2', 'qids-sr16-too-high', 'Observation-madrs-before-gb-1', scoreOf('qids-sr16-total', 28), 'Observation'],
    ['krn-dep-3', 'ham-d17-too-high', 'Observation-madrs-before-gb-1', scoreOf('ham-d17-total', 53), 'Observation'],
    ['krn-dep-4', 'phq-9-too-high', 'Observation-phq-9-de-1', having('valueInteger', 28), 'Observation'],
    ['krn-dep-5', 'recall-period-negative', 'Observation-madrs-before-gb-1', having('extension(recall-period).valueDuration.value', -1), 'Observation.extension.value.ofType(Duration)'],
    ['krn-dep-5', 'recall-period-too-long', 'Observation-madrs-before-gb-1', having('extension(recall-period).valueDuration.value', 367), 'Observation.extension.value.ofType(Duration)'],
    ['krn-obs-3', 'recall-period-of-a-year', 'Observation-madrs-before-gb-1', having('extension(recall-period).valueDuration.value', 365), 'Observation'],
    ['krn-obs-3', 'recall-period-in-hours-too-long', 'Observation-madrs-next-day-gb-1', having('extension(recall-period).valueDuration.value', 745), 'Observation'],
    ['binding', 'time-point', 'Observation-ham-d17-day-7-de-1', having('extension(time-point).valueCode', '7 days'), 'Observation.extension.value.ofType(code)'],
    ['binding', 'recall-period-in-weeks', 'Observation-madrs-before-gb-1', having('extension(recall-period).valueDuration.code', 'wk'), 'Observation.extension.value.ofType(Duration).code'],
    ['krn-obs-1', 'without-time', 'Observation-madrs-before-gb-1', having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
    ['krn-obs-2', 'sentence-as-version', 'Observation-madrs-next-day-gb-1', having('extension(instrument-version).valueString', 'Patient felt much better, she said!'), 'Observation.extension.value.ofType(string)'],
    ['binding', 'other-loinc-code', 'Observation-phq-9-de-1', having('code.coding[0].code', '44249-1'), 'Observation.code'],
  ],
  'anxiety-score': [
    ['krn-anx-1', 'gad-7-too-high', 'Observation-gad-7-de-1', having('valueInteger', 22), 'Observation'],
    ['krn-anx-1', 'gad-7-negative', 'Observation-gad-7-de-1', having('valueInteger', -1), 'Observation'],
    ['krn-anx-2', 'ham-a-too-high', 'Observation-ham-a-gb-1', having('valueInteger', 57), 'Observation'],
    ['krn-obs-3', 'recall-period-of-a-year', 'Observation-gad-7-de-1', having('extension(recall-period).valueDuration.value', 365), 'Observation'],
    ['krn-dep-5', 'recall-period-negative', 'Observation-gad-7-de-1', having('extension(recall-period).valueDuration.value', -1), 'Observation.extension.value.ofType(Duration)'],
    ['krn-obs-1', 'without-time', 'Observation-gad-7-de-1', having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
  ],
  'suicidality-assessment': [
    ['krn-sui-1', 'ideation-above-5', suicidality, having('component[0].valueInteger', 6), 'Observation.component.value.ofType(integer)'],
    ['krn-sui-1', 'ideation-negative', suicidality, having('component[0].valueInteger', -1), 'Observation.component.value.ofType(integer)'],
    ['krn-sui-2', 'none-beside-an-attempt', 'Observation-suicidality-de-1', having('component[1].valueCodeableConcept.coding[0].code', 'none'), 'Observation'],
    ['krn-dep-5', 'recall-period-too-long', suicidality, having('extension(recall-period).valueDuration.value', 1000), 'Observation.extension.value.ofType(Duration)'],
    ['krn-obs-1', 'without-time', suicidality, having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
    ['required', 'behaviour', suicidality, having('component[1].code.coding[0].code', 'worst-suicidal-ideation'), 'Observation'],
    ['slicing', 'part-of-another-kind', suicidality, adding('component', { code: { coding: [own('safety-observation-cs', 'misuse-kind')] }, valueInteger: 1 }), 'Observation.component'],
    ['binding', 'time-point', suicidality, having('extension(time-point).valueCode', 'later'), 'Observation.extension.value.ofType(code)'],
  ],
};
