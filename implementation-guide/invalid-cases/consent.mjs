import { adding, canonical, extension, having, own, without } from './defects.mjs';

const sharingConsent = 'Consent-sharing-consent-gb-1';
const treatmentConsent = 'Consent-treatment-consent-gb-1';

export const cases = {
  'ketamine-treatment-consent': [
    ['krn-con-1', 'capacity-without-date', treatmentConsent, without('extension(capacity).extension(assessedOn)'), 'Consent.extension'],
    ['krn-con-2', 'withdrawn-without-end', 'Consent-treatment-consent-de-2', without('provision.period.end'), 'Consent'],
    ['krn-con-3', 'information-sheet-without-version', treatmentConsent, having('extension(information-sheet).valueCanonical', `${canonical}/Library/patient-information-sheet`), 'Consent.extension.value.ofType(canonical)'],
    ['required', 'capacity-finding', treatmentConsent, without('extension(capacity).extension(finding)'), 'Consent.extension'],
    ['binding', 'capacity-finding', treatmentConsent, having('extension(capacity).extension(finding).valueCode', 'fluctuating'), 'Consent.extension.extension.value.ofType(code)'],
    ['type', 'freely-given-in-words', 'Consent-treatment-consent-gb-2', [without('extension(freely-given).valueBoolean'), having('extension(freely-given).valueString', 'yes')], 'Consent.extension.value.ofType(string)'],
    ['type', 'information-confirmed-in-words', 'Consent-treatment-consent-gb-2', [without('extension(information-confirmed).valueBoolean'), having('extension(information-confirmed).valueString', 'yes')], 'Consent.extension.value.ofType(string)'],
    ['per-1', 'ends-before-it-begins', 'Consent-treatment-consent-de-3', having('provision.period.end', '2025-01-18'), 'Consent.provision.period'],
    ['binding', 'advocate-present', treatmentConsent, having('extension(advocate-present).valueCode', 'maybe'), 'Consent.extension.value.ofType(code)'],
    ['binding', 'representative', treatmentConsent, adding('extension', extension('representative', { valueCode: 'friend' })), 'Consent.extension.value.ofType(code)'],
    ['forbidden', 'scanned-signature', treatmentConsent, having('sourceAttachment', { contentType: 'application/pdf', data: 'JVBERi0=' }), 'Consent'],
  ],
  'registry-sharing-consent': [
    ['krn-con-1', 'capacity-without-date', sharingConsent, without('extension(capacity).extension(assessedOn)'), 'Consent.extension'],
    ['binding', 'representative', 'Consent-sharing-consent-de-2', having('extension(representative).valueCode', 'friend'), 'Consent.extension.value.ofType(code)'],
    ['per-1', 'permission-ends-before-it-begins', 'Consent-sharing-consent-gb-3', having('provision.provision[2].period.end', '2025-04-08'), 'Consent.provision.provision.period'],
    ['pattern', 'permit-at-the-root', sharingConsent, having('provision.type', 'permit'), 'Consent.provision.type'],
    ['binding', 'purpose', sharingConsent, having('provision.provision[0].purpose[0].code', 'marketing'), 'Consent.provision.provision.purpose'],
    ['forbidden', 'six-purposes', sharingConsent, adding('provision.provision', { type: 'deny', purpose: [own('registry-purpose-cs', 'supply-check')] }), 'Consent.provision'],
    ['forbidden', 'scanned-signature', sharingConsent, having('sourceAttachment', { contentType: 'application/pdf', data: 'JVBERi0=' }), 'Consent'],
  ],
};
