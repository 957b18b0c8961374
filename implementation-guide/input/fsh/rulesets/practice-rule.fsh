RuleSet: PracticeRuleSetOf(country, region)
* insert DefinitionInstance
* version = "1.1.0"
* experimental = true
* name = "PracticeRuleSet{country}"
* title = "Practice Rules, {region}"
* effectivePeriod.start = "2020-01-01"
* purpose = "R1, R2, R5, R15, R18, R26: shows how a jurisdiction states its rules."
* insert RuleCopyright

RuleSet: Rule(code, title, description)
* action[+].code = PracticeRuleCS#{code}
* action[=].title = {title}
* action[=].description = {description}

RuleSet: ShortestInterval(value, unit)
* action[=].extension[intervalLimit].valueDuration = {value} {unit}

RuleSet: LongestDays(days)
* action[=].extension[longestInterval].valueDuration = {days} 'd'

RuleSet: JudgedFrom(day)
* action[=].extension[appliesFrom].valueDate = "{day}"

RuleSet: LargestDose(index, substance, route, value, unit)
* action[=].extension[doseLimit][{index}].extension[substance].valueCode = #{substance}
* action[=].extension[doseLimit][{index}].extension[route].valueCoding = {route}
* action[=].extension[doseLimit][{index}].extension[maximum].valueQuantity = {value} {unit}

RuleSet: LargestSupply(index, substance, route, value, days)
* action[=].extension[quantityLimit][{index}].extension[substance].valueCode = #{substance}
* action[=].extension[quantityLimit][{index}].extension[route].valueCoding = {route}
* action[=].extension[quantityLimit][{index}].extension[maximum].valueQuantity = {value} 'mg'
* action[=].extension[quantityLimit][{index}].extension[within].valueDuration = {days} 'd'

RuleSet: LargestRise(index, substance, route, percent)
* action[=].extension[doseRiseLimit][{index}].extension[substance].valueCode = #{substance}
* action[=].extension[doseRiseLimit][{index}].extension[route].valueCoding = {route}
* action[=].extension[doseRiseLimit][{index}].extension[maximum].valueQuantity = {percent} '%'

RuleSet: MostDoses(index, substance, route, doses, days)
* action[=].extension[frequencyLimit][{index}].extension[substance].valueCode = #{substance}
* action[=].extension[frequencyLimit][{index}].extension[route].valueCoding = {route}
* action[=].extension[frequencyLimit][{index}].extension[maximum].valuePositiveInt = {doses}
* action[=].extension[frequencyLimit][{index}].extension[within].valueDuration = {days} 'd'

RuleSet: CurrentSheet(index, sheet, since)
* action[=].extension[currentInformationSheet][{index}].extension[sheet].valueCanonical = {sheet}
* action[=].extension[currentInformationSheet][{index}].extension[since].valueDate = "{since}"

RuleSet: Contraindicated(index, condition)
* action[=].extension[contraindication][{index}].extension[condition].valueCoding = ComorbidityCS#{condition}

RuleSet: ContraindicatedInHistory(index, condition)
* insert Contraindicated({index}, {condition})
* action[=].extension[contraindication][{index}].extension[history].valueBoolean = true

RuleSet: ReportedWithin(index, class, days)
* action[=].extension[reportingDeadline][{index}].extension[class].valueCode = #{class}
* action[=].extension[reportingDeadline][{index}].extension[within].valueDuration = {days} 'd'

RuleSet: ResponseIs(index, instrument, percent)
* action[=].extension[responseThreshold][{index}].extension[instrument].valueCoding = {instrument}
* action[=].extension[responseThreshold][{index}].extension[fall].valueQuantity = {percent} '%'

RuleSet: FollowUpAfter(index, days, window)
* action[=].extension[followUp][{index}].extension[after].valueDuration = {days} 'd'
* action[=].extension[followUp][{index}].extension[window].valueDuration = {window} 'd'

RuleSet: FollowUpBy(index, assessment, code)
* action[=].extension[followUp][{index}].extension[assessment][{assessment}].valueCoding = {code}

// One depression score, by whichever instrument the clinic uses.
RuleSet: MoodAfter(index, days, window)
* insert FollowUpAfter({index}, {days}, {window})
* insert FollowUpBy({index}, 0, InstrumentCS#madrs-total)
* insert FollowUpBy({index}, 1, InstrumentCS#qids-sr16-total)
* insert FollowUpBy({index}, 2, InstrumentCS#ham-d17-total)
* insert FollowUpBy({index}, 3, $loinc#44261-6)

RuleSet: BladderAfter(index, days, window)
* insert FollowUpAfter({index}, {days}, {window})
* insert FollowUpBy({index}, 0, InstrumentCS#icsi-total)
* insert FollowUpBy({index}, 1, InstrumentCS#icpi-total)

RuleSet: HalfIsResponse
* insert ResponseIs(0, InstrumentCS#madrs-total, 50)
* insert ResponseIs(1, InstrumentCS#qids-sr16-total, 50)
* insert ResponseIs(2, InstrumentCS#ham-d17-total, 50)
* insert ResponseIs(3, $loinc#44261-6, 50)

RuleSet: Measured(index, code)
* action[=].extension[requiredMeasurement][{index}].extension[measurement].valueCoding = {code}

RuleSet: MeasuredAt(index, code, timing)
* insert Measured({index}, {code})
* action[=].extension[requiredMeasurement][{index}].extension[timing].valueCode = #{timing}

RuleSet: ConsentRules
* insert Rule(treatment-consent-missing, [["Treatment consent"]], [["Ketamine is given only with a treatment consent. Source: R16."]])
* insert Rule(treatment-consent-late, [["Consent before treatment"]], [["The treatment consent is given before the first administration. Source: R15 and R16."]])
* insert Rule(capacity-not-assessed, [["Capacity assessed"]], [["Capacity is assessed on the date of the decision. Source: R16."]])
* insert Rule(capacity-lacking, [["Capacity present"]], [["A consent without capacity permits nothing. Source: R16."]])
* insert Rule(information-sheet-missing, [["Information sheet"]], [["The patient received an information sheet. Source: R6."]])
* insert Rule(options-not-discussed, [["Options discussed"]], [["All viable licensed options were discussed. Source: R4."]])

RuleSet: InformationSheetRule
* insert Rule(information-sheet-outdated, [["Current information sheet"]], [["The consent names the version of the information sheet that was current when the patient decided. Source: R6. Version 1.0.0 of this guide’s example is current from the first day of the rule set, version 1.1.0 from 1 December 2026."]])
* insert CurrentSheet(0, [["https://ketamine-registry.example/fhir/Library/patient-information-sheet|1.0.0"]], 2020-01-01)
* insert CurrentSheet(1, [["https://ketamine-registry.example/fhir/Library/patient-information-sheet|1.1.0"]], 2026-12-01)

RuleSet: SettingRules
* insert Rule(accreditation-lapsed, [["Accreditation in force"]], [["The clinic has an accreditation in force on the day of the session. Source: R11."]])
* insert Rule(administration-not-observed, [["Directly observed"]], [["Staff watch the patient receive or take the dose. Source: R18."]])

RuleSet: SessionIntervalRule
* insert Rule(session-interval-short, [["Interval between sessions"]], [["Sessions are at least 3 days apart. Source: R18."]])
* insert ShortestInterval(3, 'd')

RuleSet: StayRules
* insert Rule(stay-short, [["Time under watch"]], [["The patient stays for at least 2 hours from the beginning of the last dose of a session. Source: R8 and the risk evaluation and mitigation strategy (REMS) of esketamine, which asks for at least 2 hours."]])
* insert ShortestInterval(2, 'h')
* insert Rule(fit-to-leave-missing, [["Fit to leave"]], [["A session with a dose says when the patient was fit to leave. Source: R8."]])
