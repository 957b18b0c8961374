RuleSet: PracticeRuleSetOf(country, region)
* insert DefinitionInstance
* version = "1.0.0"
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

RuleSet: LargestDose(index, substance, route, value, unit)
* action[=].extension[doseLimit][{index}].extension[substance].valueCode = #{substance}
* action[=].extension[doseLimit][{index}].extension[route].valueCoding = {route}
* action[=].extension[doseLimit][{index}].extension[maximum].valueQuantity = {value} {unit}

RuleSet: LargestSupply(index, substance, route, value, days)
* action[=].extension[quantityLimit][{index}].extension[substance].valueCode = #{substance}
* action[=].extension[quantityLimit][{index}].extension[route].valueCoding = {route}
* action[=].extension[quantityLimit][{index}].extension[maximum].valueQuantity = {value} 'mg'
* action[=].extension[quantityLimit][{index}].extension[within].valueDuration = {days} 'd'

RuleSet: Measured(index, code)
* action[=].extension[requiredMeasurement][{index}].extension[measurement].valueCoding = {code}

RuleSet: MeasuredAt(index, code, timing)
* insert Measured({index}, {code})
* action[=].extension[requiredMeasurement][{index}].extension[timing].valueCode = #{timing}

RuleSet: ConsentRules
* insert Rule(treatment-consent-missing, [["Treatment consent"]], [["Ketamine is given only with a treatment consent. Source: R16."]])
* insert Rule(treatment-consent-late, [["Consent before treatment"]], [["The treatment consent is given before the first administration. Source: R15 and R16."]])
* insert Rule(capacity-not-assessed, [["Capacity assessed"]], [["Capacity is assessed when the patient decides. Source: R16."]])
* insert Rule(capacity-lacking, [["Capacity present"]], [["A consent without capacity permits nothing. Source: R16."]])
* insert Rule(information-sheet-missing, [["Information sheet"]], [["The patient received the current information sheet. Source: R6."]])
* insert Rule(options-not-discussed, [["Options discussed"]], [["All viable licensed options were discussed. Source: R4."]])

RuleSet: SettingRules
* insert Rule(accreditation-lapsed, [["Accreditation in force"]], [["The clinic has an accreditation in force on the day of the session. Source: R11."]])
* insert Rule(administration-not-observed, [["Directly observed"]], [["Staff watch the patient receive or take the dose. Source: R18."]])

RuleSet: SessionIntervalRule
* insert Rule(session-interval-short, [["Interval between sessions"]], [["Sessions are at least 3 days apart. Source: R18."]])
* insert ShortestInterval(3, 'd')
