// What the indicators have in common. A population and a dimension name an expression of the indicator's library; a name
// is an expression of CQL, and R4's list of languages has no other word for it.
RuleSet: Indicator(id, name, library, scoring)
* insert DefinitionInstance
* url = Canonical({id})
* name = "{name}"
* experimental = false
* library = Canonical({library})
* scoring = $measure-scoring#{scoring}
* effectivePeriod.start = "2026-01-01"
* extension[dimensionLimit].valuePositiveInt = 3

RuleSet: AskedBy(scope)
* extension[scope].valueCode = #{scope}

RuleSet: MoreIsBetter
* improvementNotation = $improvement#increase

RuleSet: LessIsBetter
* improvementNotation = $improvement#decrease

RuleSet: Group(id, description)
* group[+].id = "{id}"
* group[=].code = IndicatorGroupCS#{id}
* group[=].description = {description}

RuleSet: Population(code, unit, expression, description)
* group[=].population[+].code = $measure-population#{code}
* group[=].population[=].extension[countingUnit].valueCode = #{unit}
* group[=].population[=].description = {description}
* group[=].population[=].criteria.language = #text/cql-identifier
* group[=].population[=].criteria.expression = {expression}

RuleSet: Dimension(code, expression)
* group[=].stratifier[+].code = IndicatorDimensionCS#{code}
* group[=].stratifier[=].criteria.language = #text/cql-identifier
* group[=].stratifier[=].criteria.expression = {expression}

RuleSet: PatientDimensions
* insert Dimension(sex, [["Sex"]])
* insert Dimension(age-band, [["Age Band"]])

RuleSet: ProductDimensions
* insert Dimension(substance, [["Substance"]])
* insert Dimension(route, [["Route"]])

RuleSet: DoseDimensions
* insert ProductDimensions
* insert Dimension(dose-band, [["Dose Band"]])
* insert Dimension(cumulative-dose-band, [["Cumulative Dose Band"]])

RuleSet: SessionDimensions
* insert PatientDimensions
* insert DoseDimensions
* insert Dimension(sessions-so-far, [["Sessions So Far"]])
* insert Dimension(setting, [["Setting"]])
* insert Dimension(year, [["Year"]])

RuleSet: InstrumentDimension
* insert Dimension(instrument, [["Instrument"]])
* group[=].stratifier[=].extension[required].valueBoolean = true

RuleSet: ScoreDimensions
* insert InstrumentDimension
* insert PatientDimensions
* insert ProductDimensions
* insert Dimension(dose-band, [["Dose Band"]])
* insert Dimension(sessions-so-far, [["Sessions So Far"]])
* insert Dimension(year, [["Year"]])

RuleSet: CourseDimensions
* insert PatientDimensions
* insert ProductDimensions
* insert Dimension(year, [["Year"]])

RuleSet: ClinicDimension
* insert Dimension(clinic, [["Clinic"]])
* group[=].stratifier[=].extension[scope].valueCode = #own-registry

RuleSet: EventDimension(code, expression)
* insert Dimension({code}, {expression})
* group[=].stratifier[=].extension[numeratorOnly].valueBoolean = true
