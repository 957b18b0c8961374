import { adding, extension, having, own, without } from './defects.mjs';

const rate = 'Measure-adverse-events';
const byClinic = 'Measure-submission-completeness';
const clinic = 'group[0].stratifier[9]';

export const cases = {
  'ketamine-indicator': [
    ['krn-ind-1', 'ratio-without-numerator', rate, without('group[0].population[2]'), 'Measure'],
    ['krn-ind-1', 'ratio-without-denominator', rate, without('group[0].population[1]'), 'Measure'],
    ['krn-ind-2', 'clinic-without-scope', byClinic, without(`${clinic}.extension`), 'Measure.group.stratifier'],
    ['krn-ind-2', 'clinic-asked-by-the-network', byClinic, having(`${clinic}.extension(indicator-scope).valueCode`, 'network'), 'Measure.group.stratifier'],
    ['krn-ind-3', 'criteria-in-another-language', rate, having('group[0].population[0].criteria.language', 'text/fhirpath'), 'Measure.group.population'],
    ['binding', 'dimension-of-another-vocabulary', rate, having('group[0].stratifier[0].code.coding[0]', own('indicator-band-cs', 'several')), 'Measure.group.stratifier.code'],
    ['binding', 'counting-unit', rate, having('group[0].population[0].extension(counting-unit).valueCode', 'person'), 'Measure.group.population.extension.value.ofType(code)'],
    ['binding', 'scope', rate, having('extension(indicator-scope).valueCode', 'anybody'), 'Measure.extension.value.ofType(code)'],
  ],
  'indicator-report': [
    ['krn-rep-1', 'neither-protected-nor-exact', 'MeasureReport-answer-exact', without('extension'), 'MeasureReport'],
    ['krn-rep-1', 'protected-and-exact', 'MeasureReport-answer-undivided', adding('extension', extension('exact-figures', { valueBoolean: true })), 'MeasureReport'],
    ['krn-rep-2', 'withheld-and-shown', 'MeasureReport-answer-undivided', having('group[0].population[1].count', 0), 'MeasureReport.group.population'],
    ['krn-rep-2', 'neither-withheld-nor-shown', 'MeasureReport-answer-exact', without('group[0].population[1].count'), 'MeasureReport.group.population'],
  ],
  'network-report': [
    ['krn-net-1', 'neither-complete-nor-pending', 'MeasureReport-network-answer-divided', having('status', 'error'), 'MeasureReport'],
    ['krn-net-2', 'shown-by-nobody', 'MeasureReport-network-answer-undivided', having('group[0].population[0].extension(members-shown).valueInteger', 0), 'MeasureReport.group.population'],
    ['krn-net-3', 'no-lower-bound', 'MeasureReport-network-answer-undivided', having('group[0].population[0].extension(members-withheld).valueInteger', 1), 'MeasureReport.group.population'],
    ['krn-net-4', 'fewer-than-none', 'MeasureReport-network-answer-undivided', having('group[0].population[0].extension(members-withheld).valueInteger', -1), 'MeasureReport.group.population.extension.value.ofType(integer)'],
    ['krn-net-5', 'nobody-wider', 'MeasureReport-network-answer-undivided', having('group[0].extension(members-wider).valueInteger', 0), 'MeasureReport.group.extension.value.ofType(integer)'],
  ],
};
