import { adding, extension, having, ncit, own, without, withoutTimeOfDay } from './defects.mjs';

const adverseEvent = 'AdverseEvent-adverse-event-gb-1';

export const cases = {
  'ketamine-adverse-event': [
    ['krn-ae-1', 'code-of-another-system-alone', adverseEvent, having('event.coding', [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'F48.1' }]), 'AdverseEvent.event'],
    ['krn-ae-1', 'unknown-own-code', adverseEvent, having('event.coding[0].code', 'euphoria'), 'AdverseEvent.event'],
    ['krn-ae-2', 'serious-without-criterion', 'AdverseEvent-adverse-event-de-1', without('extension(seriousness-criterion)'), 'AdverseEvent'],
    ['krn-ae-2', 'criterion-but-not-serious', adverseEvent, adding('extension', extension('seriousness-criterion', { valueCodeableConcept: ncit('C84266') })), 'AdverseEvent'],
    ['krn-ae-3', 'resolved-without-date', adverseEvent, without('extension(resolution-date)'), 'AdverseEvent'],
    ['krn-ae-4', 'resolved-before-it-began', adverseEvent, having('extension(resolution-date).valueDateTime', '2026-09-14T10:00:00+01:00'), 'AdverseEvent'],
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
    ['krn-dep-5', 'recall-period-too-long', 'Observation-icsi-before-gb-1', having('extension(recall-period).valueDuration.value', 365), 'Observation.extension.value.ofType(Duration)'],
    ['krn-obs-1', 'without-time', 'Observation-icsi-before-gb-1', having('effectiveDateTime', withoutTimeOfDay), 'Observation.effective.ofType(dateTime)'],
  ],
};
