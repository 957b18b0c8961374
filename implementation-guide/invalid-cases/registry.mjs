import { adding, canonical, extension, having, without } from './defects.mjs';

const ruleSet = 'PlanDefinition-practice-rule-set-xx';

export const cases = {
  'information-sheet-document': [
    ['krn-con-3', 'sheet-without-version', 'DocumentReference-patient-information-sheet-1-0-0', having('masterIdentifier.value', `${canonical}/Library/patient-information-sheet`), 'DocumentReference.masterIdentifier.value'],
    ['forbidden', 'sheet-of-a-patient', 'DocumentReference-patient-information-sheet-1-0-0', having('subject', { reference: 'Patient/patient-gb-1' }), 'DocumentReference'],
  ],
  'practice-finding': [
    ['krn-fin-1', 'rule-set-without-version', 'DetectedIssue-finding-accreditation-lapsed', having('extension(rule-set).valueCanonical', `${canonical}/PlanDefinition/practice-rule-set-de`), 'DetectedIssue.extension.value.ofType(canonical)'],
    ['type', 'period-of-identification', 'DetectedIssue-finding-accreditation-lapsed', [without('identifiedDateTime'), having('identifiedPeriod', { start: '2026-10-06' })], 'DetectedIssue.identified.ofType(Period)'],
  ],
  'practice-rule-set': [
    ['krn-prs-1', 'dose-rule-without-limit', ruleSet, without('action(dose-above-limit).extension'), 'PlanDefinition.action'],
    ['krn-prs-2', 'reflection-rule-without-limit', ruleSet, without('action(reflection-interval-short).extension'), 'PlanDefinition.action'],
    ['krn-prs-2', 'interval-rule-without-limit', ruleSet, without('action(session-interval-short).extension'), 'PlanDefinition.action'],
    ['krn-prs-3', 'take-home-rule-without-limit', ruleSet, without('action(take-home-above-limit).extension'), 'PlanDefinition.action'],
    ['krn-prs-4', 'monitoring-rule-without-measurement', ruleSet, without('action(monitoring-incomplete).extension'), 'PlanDefinition.action'],
    ['krn-prs-5', 'negative-dose-limit', ruleSet, having('action(dose-above-limit).extension[0].extension(maximum).valueQuantity.value', -1), 'PlanDefinition.action.extension.extension.value.ofType(Quantity)'],
    ['krn-prs-5', 'no-interval', ruleSet, having('action(session-interval-short).extension[0].valueDuration.value', 0), 'PlanDefinition.action.extension.value.ofType(Duration)'],
    ['krn-cli-1', 'jurisdiction-in-lower-case', ruleSet, having('jurisdiction[0].coding[0].code', 'xx'), 'PlanDefinition.jurisdiction.coding.code'],
    ['krn-prs-6', 'jurisdiction-of-another-system', ruleSet, having('jurisdiction[0].coding[0].system', 'http://example.org/countries'), 'PlanDefinition.jurisdiction.coding.system'],
    ['binding', 'dose-limit-substance', ruleSet, having('action(dose-above-limit).extension[0].extension(substance).valueCode', 'ketamine'), 'PlanDefinition.action.extension.extension.value.ofType(code)'],
    ['binding', 'dose-limit-route', ruleSet, having('action(dose-above-limit).extension[0].extension(route).valueCoding.code', '54471007'), 'PlanDefinition.action.extension.extension.value.ofType(Coding)'],
    ['binding', 'dose-limit-unit', ruleSet, having('action(dose-above-limit).extension[0].extension(maximum).valueQuantity.code', 'g'), 'PlanDefinition.action.extension.extension.value.ofType(Quantity).code'],
    ['pattern', 'quantity-limit-unit', ruleSet, having('action(take-home-above-limit).extension[0].extension(maximum).valueQuantity.code', 'g'), 'PlanDefinition.action.extension.extension.value.ofType(Quantity).code'],
    ['binding', 'interval-unit', ruleSet, having('action(session-interval-short).extension[0].valueDuration.code', 'mo'), 'PlanDefinition.action.extension.value.ofType(Duration).code'],
    ['binding', 'lawful-basis', ruleSet, having('extension(lawful-basis).valueCode', 'habit'), 'PlanDefinition.extension.value.ofType(code)'],
    ['required', 'quantity-limit-route', ruleSet, without('action(take-home-above-limit).extension[0].extension(route)'), 'PlanDefinition.action.extension'],
  ],
  'submission-receipt': [
    ['krn-rcp-1', 'rejected-without-outcome', 'Task-receipt-completed', having('status', 'rejected'), 'Task'],
    ['krn-rcp-2', 'completed-without-records', 'Task-receipt-rejected', having('status', 'completed'), 'Task'],
    ['krn-rcp-3', 'contained-patient', 'Task-receipt-completed', adding('contained', { resourceType: 'Patient', id: 'person' }), 'Task.contained'],
    ['slicing', 'output-of-another-kind', 'Task-receipt-completed', having('output[0].type.coding[0].code', 'note'), 'Task.output'],
    ['binding', 'status-draft', 'Task-receipt-completed', having('status', 'draft'), 'Task.status'],
  ],
};
