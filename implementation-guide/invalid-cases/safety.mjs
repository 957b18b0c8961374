import { adding, extension, having, ncit, without, withoutTimeOfDay, wrongScore } from './defects.mjs';

const adverseEvent = 'AdverseEvent-adverse-event-gb-1';
const misuse = 'AdverseEvent-adverse-event-gb-3';
const craving = 'Observation-craving-before-gb-1';
const moca = 'Observation-moca-before-gb-1';
const alanine = 'Observation-alanine-aminotransferase-gb-1';
const bilirubin = 'Observation-bilirubin-de-1';

export const cases = {
  'ketamine-adverse-event': [
    ['krn-ae-1', 'code-of-another-system-alone', adverseEvent, having('event.coding', [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'F48.1' }]), 'AdverseEvent.event'],
    ['krn-ae-1', 'unknown-own-code', adverseEvent, having('event.coding[0].code', 'euphoria'), 'AdverseEvent.event'],
    ['krn-ae-2', 'serious-without-criterion', 'AdverseEvent-adverse-event-de-1', without('extension(seriousness-criterion)'), 'AdverseEvent'],
    ['krn-ae-2', 'criterion-but-not-serious', adverseEvent, adding('extension', extension('seriousness-criterion', { valueCodeableConcept: ncit('C84266') })), 'AdverseEvent'],
    ['krn-ae-3', 'resolved-without-date', adverseEvent, without('extension(resolution-date)'), 'AdverseEvent'],
    ['krn-ae-4', 'resolved-before-it-began', adverseEvent, having('extension(resolution-date).valueDateTime', '2026-09-14T10:00:00+01:00'), 'AdverseEvent'],
    ['krn-ae-5', 'aware-before-it-began', adverseEvent, having('detected', '2026-09-14T09:05:00+01:00'), 'AdverseEvent'],
    ['pattern', 'nullified-or-not', 'AdverseEvent-adverse-event-gb-4', having('extension(nullified).valueBoolean', false), 'AdverseEvent.extension.value.ofType(boolean)'],
    ['binding', 'listedness', misuse, having('extension(listedness).valueCode', 'expected'), 'AdverseEvent.extension.value.ofType(code)'],
    ['binding', 'reporter-qualification', misuse, having('extension(reporter-qualification).valueCode', 'nurse'), 'AdverseEvent.extension.value.ofType(code)'],
    ['required', 'treatment-course-reference', misuse, having('extension(treatment-course).valueReference', { type: 'EpisodeOfCare' }), 'AdverseEvent.extension.value.ofType(Reference)'],
    ['binding', 'action-taken', misuse, having('suspectEntity[0].extension(action-taken).valueCode', 'stopped'), 'AdverseEvent.suspectEntity.extension.value.ofType(code)'],
    ['binding', 'rechallenge-outcome', 'AdverseEvent-adverse-event-de-2', having('suspectEntity[0].extension(rechallenge-outcome).valueCode', 'yes'), 'AdverseEvent.suspectEntity.extension.value.ofType(code)'],
    ['krn-med-1', 'contained-patient', adverseEvent, adding('contained', { resourceType: 'Patient', id: 'person' }), 'AdverseEvent.contained'],
    ['pattern', 'potential-event', adverseEvent, having('actuality', 'potential'), 'AdverseEvent.actuality'],
    ['binding', 'seriousness-in-lower-case', adverseEvent, having('seriousness.coding[0].code', 'non-serious'), 'AdverseEvent.seriousness'],
    ['binding', 'seriousness-criterion', 'AdverseEvent-adverse-event-de-1', having('extension(seriousness-criterion).valueCodeableConcept.coding[0].code', 'C99999'), 'AdverseEvent.extension.value.ofType(CodeableConcept)'],
    ['binding', 'ctcae-grade', 'AdverseEvent-adverse-event-de-1', having('extension(ctcae-grade).valueCodeableConcept.coding[0].code', 'C99999'), 'AdverseEvent.extension.value.ofType(CodeableConcept)'],
  ],
  'bladder-symptom-score': [
    ['krn-bla-1', 'icsi-too-high', 'Observation-icsi-before-gb-1', having('valueInteger', 21), 'Observation'],
    ['krn-bla-1', 'icsi-negative', 'Observation-icsi-before-gb-1', having('valueInteger', -1), 'Observation'],
    ['krn-bla-2', 'icpi-too-high', 'Observation-icpi-before-gb-1', having('valueInteger', 17), 'Observation'],
    ['krn-dep-5', 'recall-period-too-long', 'Observation-icsi-before-gb-1', having('extension(recall-period).valueDuration.value', 367), 'Observation.extension.value.ofType(Duration)'],
    ['krn-obs-3', 'recall-period-of-a-year', 'Observation-icsi-before-gb-1', having('extension(recall-period).valueDuration.value', 365), 'Observation'],
    ['krn-obs-1', 'without-time', 'Observation-icsi-before-gb-1', having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
  ],
  'craving-score': [
    ...wrongScore(craving, 'krn-cra-1', 11),
    ['krn-dep-5', 'no-recall-period', craving, having('extension(recall-period).valueDuration.value', 0), 'Observation.extension.value.ofType(Duration)'],
  ],
  'misuse-assessment': [
    ['krn-mis-1', 'kind-without-misuse', 'Observation-misuse-gb-1', having('valueCodeableConcept.coding[0].code', 'no-misuse'), 'Observation'],
    ['slicing', 'part-of-another-kind', 'Observation-misuse-gb-1', having('component[0].code.coding[0].code', 'suicidal-behaviour'), 'Observation.component'],
    ['krn-obs-1', 'without-time', 'Observation-misuse-gb-1', having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
  ],
  'cognition-score': [
    ['krn-cog-1', 'moca-too-high', moca, having('valueInteger', 31), 'Observation'],
    ['krn-cog-1', 'moca-negative', moca, having('valueInteger', -1), 'Observation'],
    ['krn-cog-2', 'dsst-negative', 'Observation-dsst-de-1', having('valueInteger', -1), 'Observation'],
    ['krn-cog-3', 'dsst-without-version', 'Observation-dsst-de-1', without('extension(instrument-version)'), 'Observation'],
    ['krn-obs-1', 'without-time', moca, having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
    ['binding', 'other-loinc-code', moca, having('code.coding[0].code', '72133-2'), 'Observation.code'],
  ],
  'liver-function-test': [
    ['krn-liv-1', 'enzyme-by-mass', alanine, [having('valueQuantity.code', 'mg/dL'), having('referenceRange[0].high.code', 'mg/dL')], 'Observation'],
    ['krn-liv-1', 'bilirubin-by-mass', bilirubin, [having('valueQuantity.code', 'mg/dL'), having('referenceRange[0].high.code', 'mg/dL')], 'Observation'],
    ['krn-liv-1', 'bilirubin-by-substance', bilirubin, having('code.coding[0].code', '1975-2'), 'Observation'],
    ['krn-liv-2', 'limit-in-another-unit', bilirubin, having('referenceRange[0].high.code', 'mg/dL'), 'Observation'],
    ['krn-liv-3', 'negative', alanine, having('valueQuantity.value', -31), 'Observation.value.ofType(Quantity)'],
    ['krn-liv-3', 'implausible', alanine, having('valueQuantity.value', 50001), 'Observation.value.ofType(Quantity)'],
    ['krn-liv-4', 'no-upper-limit', alanine, having('referenceRange[0].high.value', 0), 'Observation.referenceRange.high'],
    ['krn-obs-1', 'without-time', alanine, having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
    ['forbidden', 'second-range', alanine, adding('referenceRange', { high: { value: 40, system: 'http://unitsofmeasure.org', code: 'U/L' } }), 'Observation'],
  ],
  'urine-drug-screen': [
    ['krn-uds-1', 'negative-explained', 'Observation-urine-ketamine-gb-1', having('valueCodeableConcept.coding[0].code', 'negative'), 'Observation'],
    ['krn-obs-1', 'without-time', 'Observation-urine-ketamine-gb-1', having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
    ['type', 'explained-in-words', 'Observation-urine-ketamine-gb-1', [without('extension(explained-by-treatment).valueBoolean'), having('extension(explained-by-treatment).valueString', 'infusion')], 'Observation.extension.value.ofType(string)'],
  ],
};
