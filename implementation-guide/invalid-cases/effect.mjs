import { extension, having, scoreOf, without, withoutTimeOfDay } from './defects.mjs';

export const cases = {
  'depression-score': [
    ['krn-dep-1', 'madrs-too-high', 'Observation-madrs-before-gb-1', having('valueInteger', 61), 'Observation'],
    ['krn-dep-1', 'madrs-negative', 'Observation-madrs-before-gb-1', having('valueInteger', -1), 'Observation'],
    ['krn-dep-2', 'qids-sr16-too-high', 'Observation-madrs-before-gb-1', scoreOf('qids-sr16-total', 28), 'Observation'],
    ['krn-dep-3', 'ham-d17-too-high', 'Observation-madrs-before-gb-1', scoreOf('ham-d17-total', 53), 'Observation'],
    ['krn-dep-4', 'phq-9-too-high', 'Observation-phq-9-de-1', having('valueInteger', 28), 'Observation'],
    ['krn-dep-5', 'recall-period-negative', 'Observation-madrs-before-gb-1', having('extension(recall-period).valueDuration.value', -1), 'Observation.extension.value.ofType(Duration)'],
    ['krn-dep-5', 'recall-period-too-long', 'Observation-madrs-before-gb-1', having('extension(recall-period).valueDuration.value', 365), 'Observation.extension.value.ofType(Duration)'],
    ['binding', 'recall-period-in-weeks', 'Observation-madrs-before-gb-1', having('extension(recall-period).valueDuration.code', 'wk'), 'Observation.extension.value.ofType(Duration).code'],
    ['krn-obs-1', 'without-time', 'Observation-madrs-before-gb-1', having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
    ['krn-obs-2', 'sentence-as-version', 'Observation-madrs-next-day-gb-1', having('extension(instrument-version).valueString', 'Patient felt much better, she said!'), 'Observation.extension.value.ofType(string)'],
    ['binding', 'other-loinc-code', 'Observation-phq-9-de-1', having('code.coding[0].code', '44249-1'), 'Observation.code'],
  ],
  'anxiety-score': [
    ['krn-anx-1', 'gad-7-too-high', 'Observation-gad-7-de-1', having('valueInteger', 22), 'Observation'],
    ['krn-anx-1', 'gad-7-negative', 'Observation-gad-7-de-1', having('valueInteger', -1), 'Observation'],
    ['krn-anx-2', 'ham-a-too-high', 'Observation-ham-a-gb-1', having('valueInteger', 57), 'Observation'],
    ['krn-dep-5', 'recall-period-negative', 'Observation-gad-7-de-1', having('extension(recall-period).valueDuration.value', -1), 'Observation.extension.value.ofType(Duration)'],
    ['krn-obs-1', 'without-time', 'Observation-gad-7-de-1', having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
  ],
};
