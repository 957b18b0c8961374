import { having, scoreOf, withoutTimeOfDay, wrongKindOfVitalSign, wrongScore, wrongTiming, wrongVitalSigns } from './defects.mjs';

const bloodPressure = 'Observation-blood-pressure-before-gb-1';
const psychotomimetic = 'Observation-psychotomimetic-during-gb-1';

export const cases = {
  'ketamine-blood-pressure': [
    ['krn-bp-1', 'systolic-too-high', bloodPressure, having('component[0].valueQuantity.value', 1240), 'Observation.component.value.ofType(Quantity)'],
    ['krn-bp-1', 'diastolic-too-low', bloodPressure, having('component[1].valueQuantity.value', 7), 'Observation.component.value.ofType(Quantity)'],
    ...wrongKindOfVitalSign(bloodPressure),
    ['required', 'diastolic-code', bloodPressure, having('component[1].code.coding[0].code', '8478-0'), 'Observation'],
    ['krn-bp-2', 'diastolic-above-systolic', bloodPressure, having('component[1].valueQuantity.value', 130), 'Observation'],
    ['krn-obs-1', 'without-time', bloodPressure, having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
    ['pattern', 'kilopascal', bloodPressure, having('component[0].valueQuantity.code', 'kPa'), 'Observation.component.value.ofType(Quantity).code'],
    ...wrongTiming(bloodPressure),
  ],
  'ketamine-heart-rate': [
    ...wrongVitalSigns('Observation-heart-rate-before-gb-1', 'krn-vit-1', 720, '/s'),
    ...wrongTiming('Observation-heart-rate-before-gb-1'),
  ],
  'ketamine-oxygen-saturation': [
    ...wrongVitalSigns('Observation-oxygen-saturation-during-gb-1', 'krn-vit-2', 101, '1'),
    ...wrongTiming('Observation-oxygen-saturation-during-gb-1'),
  ],
  'ketamine-body-weight': [
    ...wrongVitalSigns('Observation-body-weight-gb-1', 'krn-vit-3', 7000, '[lb_av]'),
    ...wrongTiming('Observation-body-weight-gb-1'),
  ],
  'ketamine-sedation-score': [
    ...wrongScore('Observation-sedation-during-gb-1', 'krn-sed-1', 6),
    ...wrongTiming('Observation-sedation-during-gb-1'),
  ],
  'ketamine-dissociation-score': [
    ...wrongScore('Observation-dissociation-during-gb-1', 'krn-dis-1', 77),
    ...wrongTiming('Observation-dissociation-during-gb-1'),
  ],
  'ketamine-psychotomimetic-score': [
    ['krn-psy-1', 'total-0-6-too-high', psychotomimetic, scoreOf('bprs-total-0-6', 109), 'Observation'],
    ['krn-psy-1', 'total-0-6-negative', psychotomimetic, scoreOf('bprs-total-0-6', -1), 'Observation'],
    ['krn-psy-1', 'total-1-7-too-high', psychotomimetic, scoreOf('bprs-total-1-7', 127), 'Observation'],
    ['krn-psy-1', 'total-1-7-too-low', psychotomimetic, scoreOf('bprs-total-1-7', 17), 'Observation'],
    ['krn-psy-2', 'positive-0-6-too-high', psychotomimetic, scoreOf('bprs-positive-0-6', 25), 'Observation'],
    ['krn-psy-2', 'positive-0-6-negative', psychotomimetic, scoreOf('bprs-positive-0-6', -1), 'Observation'],
    ['krn-psy-2', 'positive-1-7-too-high', psychotomimetic, scoreOf('bprs-positive-1-7', 29), 'Observation'],
    ['krn-psy-2', 'positive-1-7-too-low', psychotomimetic, scoreOf('bprs-positive-1-7', 3), 'Observation'],
    ['binding', 'scoring-not-said', psychotomimetic, having('code.coding[0].code', 'bprs-total'), 'Observation.code'],
    ['krn-obs-1', 'without-time', psychotomimetic, having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
    ...wrongTiming(psychotomimetic),
  ],
};
