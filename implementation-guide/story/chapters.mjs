// The story: one patient's course over a year in three clinics of two countries, chapter by chapter. Each chapter is a
// bundle that a clinic sends to the registry of its country, what the registry answers, and which findings stand then.

import * as record from './records.mjs';

const { bundle } = record;

// Central European and British time change on the same days: the last Sundays of March and October.
const summer = (day) => day >= '2026-03-29' && day < '2026-10-25' || day < '2025-10-26';
const british = (day) => (summer(day) ? '+01:00' : '+00:00');
const german = (day) => (summer(day) ? '+02:00' : '+01:00');

const riverside = record.clinic('story-riverside', 'GB-0101', 'GB', british);
const harbour = record.clinic('story-harbour', 'GB-0102', 'GB', british);
const nordlicht = record.clinic('story-nordlicht', 'DE-0101', 'DE', german);

// Each registry has a key of its own, so one person has another pseudonym in each country.
const britishPseudonym = '5b1f0d6c2d0e7c4a9f3b8e61d72a4c950e8f1b3d6a7c2e4f9081b2c3d4e5f607';
const germanPseudonym = 'c47e19a05f3d8b62e1904a7dcb35f8e26d0f7a91b8c4e35d2f60718293a4b5c6';

const ann = record.patient(riverside, 'story-rv-0007', britishPseudonym);
const annAtHarbour = record.patient(harbour, 'story-hb-0311', britishPseudonym);
const annInGermany = record.patient(nordlicht, 'story-nl-0042', germanPseudonym);

const permitAll = {
  'national-registry': 'permit', 'network-aggregate': 'permit', 'supply-check': 'permit', 'record-level-sharing': 'deny', 'research-contact': 'permit',
};

const riversideDoctor = record.prescriber(riverside, 'RV-P03');
const harbourDoctor = record.prescriber(harbour, 'HB-P11');
const nordlichtDoctor = record.prescriber(nordlicht, 'NL-P02');

const firstCourse = {
  start: '2025-10-13', failed: 4, prior: ['ssri', 'snri', 'lithium-augmentation', 'electroconvulsive-therapy'], funding: 'self-pay', incentive: true,
};
const atRiverside = (end) => record.course(riverside, ann, 'C-7', { ...firstCourse, end });
const atHarbour = (end) => record.course(harbour, annAtHarbour, 'C-311', {
  start: '2026-02-02', end, failed: 4, prior: ['ssri', 'snri', 'lithium-augmentation', 'electroconvulsive-therapy', 'earlier-ketamine'], funding: 'self-pay',
});
const inGermany = (end) => record.course(nordlicht, annInGermany, 'C-42', {
  start: '2026-05-18', end, failed: 5, prior: ['ssri', 'snri', 'lithium-augmentation', 'electroconvulsive-therapy', 'earlier-ketamine'], funding: 'public',
});

const infusion = (count, { dissociation, pressure = [[122, 76], [138, 84], [124, 78]], stopped }) => ({
  count, substance: 'racemic-ketamine', route: record.intravenous, mg: 34, kg: 68, pressure, dissociation, stopped,
});
const spray = (count, mg, { dissociation, pressure = [[126, 80], [141, 88], [128, 80]], stopped, sedation }) => ({
  count, substance: 'esketamine', route: record.nasal, mg, kg: 70, pressure, dissociation, stopped, sedation,
});

const firstSession = record.session(riverside, ann, atRiverside(), 'V-7-1', '2025-10-20', infusion(1, { dissociation: 21 }));
const seriousSession = record.session(nordlicht, annInGermany, inGermany(), 'V-42-3', '2026-05-29',
  spray(3, 84, { dissociation: 24, pressure: [[139, 86], [214, 121], [168, 98]], stopped: 'adverse-effect', sedation: 4 }));

const homeSupply = { substance: 'racemic-ketamine', route: record.oral, mg: 700, days: 14, each: 50 };
const atHome = record.prescription(harbour, annAtHarbour, atHarbour(), harbourDoctor, 'P-311-1', '2026-02-09', homeSupply);

const infusionsOfTwoWeeks = ['2025-10-23', '2025-10-27', '2025-10-30', '2025-11-03', '2025-11-06']
  .flatMap((day, index) => record.session(riverside, ann, atRiverside(), `V-7-${index + 2}`, day,
    infusion(index + 2, { dissociation: 17 - 2 * index })));

export const registries = { GB: 'United Kingdom', DE: 'Germany' };

export const chapters = [
  {
    id: '01-clinics-of-the-united-kingdom',
    title: 'Two clinics are registered',
    registry: 'GB',
    text: 'The operator of the British registry registers two clinics, each with its oversight body and accreditation. Only now can they submit (R11).',
    bundle: () => bundle(riverside, '2025-10-01T09:00:00+01:00', [
      record.registration(riverside, { title: 'Story Clinic Riverside', oversight: 'Care Quality Commission', accreditedBy: 'Example College' }),
      record.registration(harbour, { title: 'Story Clinic Harbour', oversight: 'Care Quality Commission', accreditedBy: 'Example College' }),
    ]),
  },
  {
    id: '02-consultation',
    title: 'Ann decides',
    registry: 'GB',
    text: 'Ann is 41 and has been depressed for years; four treatments failed, electroconvulsive therapy among them. On 6 October a psychiatrist explains ketamine and the licensed options; a week later, with her sister beside her, Ann consents to the treatment (R4–R6, R15–R17). Separately she decides what may be done with her record. She pays herself, and the clinic gives a rebate after six infusions (R22).',
    bundle: () => bundle(riverside, '2025-10-13T16:00:00+01:00', [
      ann,
      atRiverside(),
      record.treatmentConsent(riverside, ann, 'T-7', { consultation: '2025-10-06', decided: '2025-10-13T14:20:00+01:00' }),
      record.sharingConsent(riverside, ann, 'S-7', '2025-10-13T14:40:00+01:00', permitAll),
      riversideDoctor,
      record.comorbidity(riverside, ann, 'K-7-1', 'anxiety-disorder', { onset: '2015', recorded: '2025-10-13' }),
      record.concomitant(riverside, ann, 'M-7-1', 'snri', '2025-03', '2025-10-13'),
      record.review(riverside, ann, atRiverside(), riversideDoctor, 'W-7-1', '2025-10-13', 'continue'),
      record.score(riverside, ann, 'O-7-icsi-0', 'icsi', '2025-10-13T15:00:00+01:00', 1),
      record.suicidality(riverside, ann, 'O-7-cssrs-0', '2025-10-13T15:10:00+01:00', { days: 30, risk: 'moderate', ideation: 3 }),
    ]),
  },
  {
    id: '03-first-session',
    title: 'The first infusion',
    registry: 'GB',
    text: '0.5 mg/kg over 40 minutes, watched from before until fit to leave (R8). She feels detached from herself for half an hour; it passes (S2). MADRS was 36 that morning and is 15 the next day by a form that asks about 24 hours: a fall of 58 %, a response (R21).',
    bundle: () => bundle(riverside, '2025-10-21T12:00:00+01:00', [
      ...firstSession,
      record.score(riverside, ann, 'O-7-madrs-0', 'madrs', '2025-10-20T09:35:00+01:00', 36),
      record.score(riverside, ann, 'O-7-madrs-24h', 'madrs-24h', '2025-10-21T10:40:00+01:00', 15),
      record.suicidality(riverside, ann, 'O-7-cssrs-24h', '2025-10-21T10:50:00+01:00', { days: 1, risk: 'low', ideation: 1 }),
      record.adverseEvent(riverside, ann, 'E-7-1', {
        code: record.effect('dissociation'), session: firstSession[0], suspect: firstSession[1], began: '2025-10-20T10:15:00+01:00',
        resolved: '2025-10-20T10:50:00+01:00', recorded: '2025-10-20T12:20:00+01:00', severity: 'mild', outcome: 'resolved', causality: 'C53260',
      }),
    ]),
  },
  {
    id: '04-five-more-infusions',
    title: 'Two weeks of infusions',
    registry: 'GB',
    text: 'Twice a week, never less than three days apart (R18). Two weeks after the last infusion MADRS is 9: remission. A PHQ-9 would say nothing about the day after an infusion, since it asks about two weeks.',
    bundle: () => bundle(riverside, '2025-11-20T17:00:00+00:00', [
      ...infusionsOfTwoWeeks,
      record.suicidality(riverside, ann, 'O-7-cssrs-17d', '2025-11-06T13:00:00+00:00', { days: 16, risk: 'low', ideation: 1 }),
      record.review(riverside, ann, atRiverside(), riversideDoctor, 'W-7-2', '2025-11-06', 'change-interval'),
      record.score(riverside, ann, 'O-7-madrs-7d', 'madrs', '2025-11-13T10:00:00+00:00', 11),
      record.score(riverside, ann, 'O-7-madrs-14d', 'madrs', '2025-11-20T10:00:00+00:00', 9),
    ]),
  },
  {
    id: '05-relapse',
    title: 'It comes back',
    registry: 'GB',
    text: 'In the middle of December MADRS is 31. Relapse after response is what the source warns of: a serious fall in morale (R21). The course at Riverside ends.',
    bundle: () => bundle(riverside, '2025-12-16T12:00:00+00:00', [
      record.score(riverside, ann, 'O-7-madrs-8w', 'madrs', '2025-12-15T10:00:00+00:00', 31),
      record.suicidality(riverside, ann, 'O-7-cssrs-8w', '2025-12-15T10:10:00+00:00', { days: 25, risk: 'moderate', ideation: 3 }),
      record.review(riverside, ann, atRiverside(), riversideDoctor, 'W-7-3', '2025-12-15', 'stop'),
      atRiverside('2025-12-15'),
    ]),
  },
  {
    id: '06-another-clinic',
    findings: ['dosing-frequency-high', 'take-home-above-limit'],
    title: 'Another clinic, and ketamine at home',
    registry: 'GB',
    text: 'In February Ann goes to a second clinic, Harbour. Her registry pseudonym is the same, so the registry knows that this is one person, while neither clinic sees the other’s record. Harbour supplies racemic ketamine to take by mouth at home, 50 mg every day: more in 28 days than the rule set allows, and more often. Both are found, and not refused (R2, R25, R26).',
    bundle: () => bundle(harbour, '2026-02-16T18:00:00+00:00', [
      annAtHarbour,
      atHarbour(),
      record.treatmentConsent(harbour, annAtHarbour, 'T-311', { consultation: '2026-02-02', decided: '2026-02-09T11:00:00+00:00' }),
      harbourDoctor,
      record.review(harbour, annAtHarbour, atHarbour(), harbourDoctor, 'W-311-1', '2026-02-09', 'continue'),
      atHome,
      record.supply(harbour, annAtHarbour, atHome, 'D-311-1', '2026-02-09', homeSupply),
      record.supply(harbour, annAtHarbour, atHome, 'D-311-2', '2026-02-16', homeSupply),
    ]),
  },
  {
    id: '07-bladder',
    findings: ['dosing-frequency-high', 'take-home-above-limit'],
    title: 'The bladder',
    registry: 'GB',
    text: 'In April she passes water every hour, with pain. The symptom index has risen from 1 to 13 (R19, S6). Harbour records the event, and the prescriber stops the treatment.',
    bundle: () => bundle(harbour, '2026-04-14T15:00:00+01:00', [
      record.score(harbour, annAtHarbour, 'O-311-icsi', 'icsi', '2026-04-13T10:00:00+01:00', 13),
      record.score(harbour, annAtHarbour, 'O-311-icpi', 'icpi', '2026-04-13T10:00:00+01:00', 11),
      record.adverseEvent(harbour, annAtHarbour, 'E-311-1', {
        code: record.effect('urinary-symptoms'), suspect: 'racemic-ketamine',
        began: '2026-04-01', aware: '2026-04-13', recorded: '2026-04-13', severity: 'moderate', outcome: 'ongoing', causality: 'C53258',
      }),
      record.review(harbour, annAtHarbour, atHarbour(), harbourDoctor, 'W-311-2', '2026-04-13', 'stop'),
      atHarbour('2026-04-13'),
    ]),
  },
  {
    id: '08-clinic-in-germany',
    title: 'A clinic in Germany',
    registry: 'DE',
    text: 'Ann moves to Germany. Its registry is another one, with its own key and rules: it holds a record only where the patient permits it (opt-in).',
    bundle: () => bundle(nordlicht, '2026-05-04T09:00:00+02:00', [
      record.registration(nordlicht, { title: 'Story-Klinik Nordlicht', oversight: 'Landesamt für Gesundheit', accreditedBy: 'Beispielgesellschaft' }),
    ]),
  },
  {
    id: '09-without-permission',
    title: 'Not without her permission',
    registry: 'DE',
    text: 'The clinic sends the consultation and forgets the sharing consent. The registry refuses it and says why. Nothing is kept.',
    answer: { status: 422, issue: 'consent-required' },
    bundle: () => bundle(nordlicht, '2026-05-18T12:00:00+02:00', [
      annInGermany,
      inGermany(),
      record.treatmentConsent(nordlicht, annInGermany, 'T-42', { consultation: '2026-05-08', decided: '2026-05-18T11:00:00+02:00' }),
    ]),
  },
  {
    id: '10-consultation-in-germany',
    title: 'With her permission',
    registry: 'DE',
    text: 'The same with the consent. Esketamine is given as a spray; it is another substance than racemic ketamine, and doses of the two are never added up.',
    bundle: () => bundle(nordlicht, '2026-05-22T18:00:00+02:00', [
      annInGermany,
      inGermany(),
      record.treatmentConsent(nordlicht, annInGermany, 'T-42', { consultation: '2026-05-08', decided: '2026-05-18T11:00:00+02:00' }),
      record.sharingConsent(nordlicht, annInGermany, 'S-42', '2026-05-18T11:10:00+02:00', permitAll),
      nordlichtDoctor,
      record.review(nordlicht, annInGermany, inGermany(), nordlichtDoctor, 'W-42-1', '2026-05-18', 'continue'),
      ...record.session(nordlicht, annInGermany, inGermany(), 'V-42-1', '2026-05-22', spray(1, 56, { dissociation: 15 })),
      record.score(nordlicht, annInGermany, 'O-42-madrs-0', 'madrs', '2026-05-22T09:35:00+02:00', 33),
    ]),
  },
  {
    id: '11-serious-event',
    title: 'A serious event',
    registry: 'DE',
    text: 'In the third session blood pressure rises to 214/121. The spray is stopped, Ann stays in hospital for a night, and is well the next day (R24). It is the one serious event of the story: seriousness, causality, the date on which the clinic became aware (R14).',
    bundle: () => bundle(nordlicht, '2026-05-30T10:00:00+02:00', [
      ...record.session(nordlicht, annInGermany, inGermany(), 'V-42-2', '2026-05-26', spray(2, 84, { dissociation: 20 })),
      ...seriousSession,
      record.adverseEvent(nordlicht, annInGermany, 'E-42-1', {
        code: record.snomed('24184005'), session: seriousSession[0], suspect: seriousSession[1], began: '2026-05-29T10:12:00+02:00',
        aware: '2026-05-29T10:12:00+02:00', resolved: '2026-05-30T08:00:00+02:00', recorded: '2026-05-29T18:00:00+02:00',
        criteria: ['C83052'], grade: 'C41340', severity: 'severe', outcome: 'resolved', causality: 'C53260',
      }),
    ]),
  },
  {
    id: '12-withdrawal',
    title: 'She withdraws',
    registry: 'DE',
    text: 'In July Ann no longer wants her record in the German registry. The new decision is the latest, and counts from this moment. What is needed for drug safety stays, pseudonymous and for that purpose only (R16).',
    bundle: () => bundle(nordlicht, '2026-07-06T10:30:00+02:00', [
      record.sharingConsent(nordlicht, annInGermany, 'S-42-2', '2026-07-06T10:00:00+02:00', {
        'national-registry': 'deny', 'network-aggregate': 'deny', 'supply-check': 'deny', 'record-level-sharing': 'deny', 'research-contact': 'deny',
      }),
    ]),
  },
  {
    id: '13-after-the-withdrawal',
    title: 'And is obeyed',
    registry: 'DE',
    text: 'The clinic’s system sends the end of the course by itself. The registry refuses it.',
    answer: { status: 422, issue: 'consent-required' },
    bundle: () => bundle(nordlicht, '2026-07-20T08:00:00+02:00', [inGermany('2026-07-17')]),
  },
  {
    id: '14-a-year-later',
    findings: ['dosing-frequency-high', 'follow-up-missing', 'take-home-above-limit'],
    title: 'A year later',
    registry: 'GB',
    text: 'Back in Britain Riverside asks how she is: MADRS 14, the bladder is better. Long-term follow-up is what the evidence lacks most (S1); that nobody asked after half a year is found, without anything new having arrived.',
    bundle: () => bundle(riverside, '2026-10-20T12:00:00+01:00', [
      record.score(riverside, ann, 'O-7-madrs-1y', 'madrs', '2026-10-20T10:00:00+01:00', 14),
      record.score(riverside, ann, 'O-7-icsi-1y', 'icsi', '2026-10-20T10:10:00+01:00', 4),
    ]),
  },
];
