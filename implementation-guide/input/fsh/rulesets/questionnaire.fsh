// Forms whose answers become records by the definition-based extraction of Structured Data Capture (SDC) 4.0. The guide
// depends on no other guide, so SDC's extensions are named by their URLs.
RuleSet: Form(id, name)
* insert DefinitionInstance
* url = "https://ketamine-registry.example/fhir/Questionnaire/{id}"
* name = "{name}"
* experimental = false
* subjectType = #Patient

RuleSet: Section(path, linkId, text)
* {path}[+].linkId = "{linkId}"
* {path}[=].text = "{text}"
* {path}[=].type = #group

RuleSet: Ask(path, linkId, type, text, required)
* {path}[+].linkId = "{linkId}"
* {path}[=].text = "{text}"
* {path}[=].type = #{type}
* {path}[=].required = {required}

RuleSet: Choose(path, linkId, text, required, valueSet)
* insert Ask({path}, {linkId}, choice, [[{text}]], {required})
* {path}[=].answerValueSet = "https://ketamine-registry.example/fhir/ValueSet/{valueSet}"

// A reference that the form filler fills in, of a record that the registry has.
RuleSet: Refer(path, linkId, type, text, required)
* insert Ask({path}, {linkId}, reference, [[{text}]], {required})
* {path}[=].extension[+].url = $questionnaire-reference-resource
* {path}[=].extension[=].valueCode = #{type}

RuleSet: Notice(path, linkId, text)
* {path}[+].linkId = "{linkId}"
* {path}[=].text = "{text}"
* {path}[=].type = #display

RuleSet: Into(path, definition)
* {path}[=].definition = "https://ketamine-registry.example/fhir/StructureDefinition/{definition}"

RuleSet: InUnit(path, unit, display)
* {path}[=].extension[+].url = $questionnaire-unit
* {path}[=].extension[=].valueCoding = $ucum#{unit} "{display}"

RuleSet: Between(path, type, minimum, maximum)
* {path}[=].extension[+].url = $min-value
* {path}[=].extension[=].value{type} = {minimum}
* {path}[=].extension[+].url = $max-value
* {path}[=].extension[=].value{type} = {maximum}

RuleSet: AtLeast(path, type, minimum)
* {path}[=].extension[+].url = $min-value
* {path}[=].extension[=].value{type} = {minimum}

RuleSet: OnlyIf(path, question, answer)
* {path}[=].enableWhen[+].question = "{question}"
* {path}[=].enableWhen[=].operator = #=
* {path}[=].enableWhen[=].{answer}
* {path}[=].enableBehavior = #any

// The item becomes a record: of a profile, created once under an identifier that follows from that of the response.
RuleSet: Extracts(path, profile, type, suffix)
* insert ExtractsOnce({path}, {profile}, {suffix})
* insert Identifies({path}, {profile}, {type}, {suffix})

// The same for a record that others refer to by its place in the bundle.
RuleSet: ExtractsAs(path, profile, type, suffix, variable)
* insert ExtractsOnce({path}, {profile}, {suffix})
* {path}[=].extension[=].extension[+].url = "fullUrl"
* {path}[=].extension[=].extension[=].valueString = "%{variable}"
* insert Identifies({path}, {profile}, {type}, {suffix})

RuleSet: ExtractsOnce(path, profile, suffix)
* {path}[=].extension[+].url = $definition-extract
* {path}[=].extension[=].extension[+].url = "definition"
* {path}[=].extension[=].extension[=].valueCanonical = "https://ketamine-registry.example/fhir/StructureDefinition/{profile}"
* {path}[=].extension[=].extension[+].url = "ifNoneExist"
* {path}[=].extension[=].extension[=].valueString = "'identifier=' + %resource.identifier.system + '|' + %resource.identifier.value + '-{suffix}'"

RuleSet: Identifies(path, profile, type, suffix)
* insert Derives({path}, {profile}#{type}.identifier.system, %resource.identifier.system)
* insert Derives({path}, {profile}#{type}.identifier.value, %resource.identifier.value + '-{suffix}')

RuleSet: Derives(path, definition, expression)
* {path}[=].extension[+].url = $definition-extract-value
* {path}[=].extension[=].extension[+].url = "definition"
* {path}[=].extension[=].extension[=].valueUri = "https://ketamine-registry.example/fhir/StructureDefinition/{definition}"
* {path}[=].extension[=].extension[+].url = "expression"
* {path}[=].extension[=].extension[=].valueExpression.language = #text/fhirpath
* {path}[=].extension[=].extension[=].valueExpression.expression = "{expression}"

RuleSet: Sets(path, definition, value)
* {path}[=].extension[+].url = $definition-extract-value
* {path}[=].extension[=].extension[+].url = "definition"
* {path}[=].extension[=].extension[=].valueUri = "https://ketamine-registry.example/fhir/StructureDefinition/{definition}"
* {path}[=].extension[=].extension[+].url = "fixed-value"
* {path}[=].extension[=].extension[=].{value}

RuleSet: Allocates(variable)
* extension[+].url = $extract-allocate-id
* extension[=].valueString = "{variable}"

// An observation of the patient at the time that another item asks for.
RuleSet: ExtractsObservation(path, profile, suffix, time)
* insert Extracts({path}, {profile}, Observation, {suffix})
* insert Sets({path}, {profile}#Observation.status, valueCode = #final)
* insert Derives({path}, {profile}#Observation.subject.reference, %resource.subject.reference)
* insert Derives({path}, {profile}#Observation.effective[x], [[%resource.descendants().where(linkId = '{time}').answer.value]])

// The same within the session that the form makes, with its timing.
RuleSet: ExtractsInSession(path, profile, suffix, timing)
* insert ExtractsObservation({path}, {profile}, {suffix}, {timing}.time)
* insert Derives({path}, {profile}#Observation.encounter.reference, %newSession)
* insert Sets({path}, {profile}#Observation.extension:sessionTiming.value[x], valueCode = #{timing})

// What is measured before, during and after an administration.
RuleSet: Monitoring(timing, label, text)
* insert Section(item, {timing}, [[{text}]])
* insert Ask(item[=].item, {timing}.time, dateTime, {label}: measured at, true)
* insert Section(item[=].item, {timing}.blood-pressure, Blood pressure)
* insert ExtractsInSession(item[=].item, ketamine-blood-pressure, {timing}-blood-pressure, {timing})
* insert Ask(item[=].item[=].item, {timing}.blood-pressure.systolic, integer, [[Systolic, in mmHg]], true)
* insert Into(item[=].item[=].item, ketamine-blood-pressure#Observation.component:SystolicBP.value[x])
* insert InUnit(item[=].item[=].item, mm[Hg], millimetre of mercury)
* insert Between(item[=].item[=].item, Integer, 20, 350)
* insert Ask(item[=].item[=].item, {timing}.blood-pressure.diastolic, integer, [[Diastolic, in mmHg]], true)
* insert Into(item[=].item[=].item, ketamine-blood-pressure#Observation.component:DiastolicBP.value[x])
* insert InUnit(item[=].item[=].item, mm[Hg], millimetre of mercury)
* insert Between(item[=].item[=].item, Integer, 20, 350)
* insert Ask(item[=].item, {timing}.heart-rate, integer, [[Heart rate, per minute]], false)
* insert ExtractsInSession(item[=].item, ketamine-heart-rate, {timing}-heart-rate, {timing})
* insert Into(item[=].item, ketamine-heart-rate#Observation.value[x]:valueQuantity)
* insert InUnit(item[=].item, /min, per minute)
* insert Between(item[=].item, Integer, 20, 300)
* insert Ask(item[=].item, {timing}.oxygen-saturation, integer, [[Oxygen saturation, in per cent]], false)
* insert ExtractsInSession(item[=].item, ketamine-oxygen-saturation, {timing}-oxygen-saturation, {timing})
* insert Into(item[=].item, ketamine-oxygen-saturation#Observation.value[x]:valueQuantity)
* insert InUnit(item[=].item, %, percent)
* insert Between(item[=].item, Integer, 30, 100)
* insert Ask(item[=].item, {timing}.sedation, integer, [[Sedation by MOAA/S, 5 (responds readily) to 0 (unresponsive)]], false)
* insert ExtractsInSession(item[=].item, ketamine-sedation-score, {timing}-sedation, {timing})
* insert Into(item[=].item, ketamine-sedation-score#Observation.value[x])
* insert Between(item[=].item, Integer, 0, 5)
* insert Ask(item[=].item, {timing}.dissociation, integer, [[Dissociation by CADSS, total of the 19 subjective items]], false)
* insert ExtractsInSession(item[=].item, ketamine-dissociation-score, {timing}-dissociation, {timing})
* insert Into(item[=].item, ketamine-dissociation-score#Observation.value[x])
* insert Between(item[=].item, Integer, 0, 76)
* insert Section(item[=].item, {timing}.psychotomimetic, Psychotomimetic symptoms by BPRS)
* insert ExtractsInSession(item[=].item, ketamine-psychotomimetic-score, {timing}-psychotomimetic, {timing})
* insert Choose(item[=].item[=].item, {timing}.psychotomimetic.scoring, [[Which items, and how they are scored]], true, psychotomimetic-instrument-vs)
* insert Into(item[=].item[=].item, ketamine-psychotomimetic-score#Observation.code)
* insert Ask(item[=].item[=].item, {timing}.psychotomimetic.total, integer, Total, true)
* insert Into(item[=].item[=].item, ketamine-psychotomimetic-score#Observation.value[x])
* insert Between(item[=].item[=].item, Integer, 0, 126)

// An assessment at a visit, which may have been due at a time point.
RuleSet: ExtractsAtVisit(path, profile, suffix)
* insert ExtractsObservation({path}, {profile}, {suffix}, visit.time)
* insert Derives({path}, {profile}#Observation.extension:timePoint.value[x], [[%resource.descendants().where(linkId = 'visit.time-point').answer.value.code]])

RuleSet: Recall(path, linkId, profile, days)
* insert Ask({path}, {linkId}, integer, [[Period that was asked about, in days]], true)
* insert Into({path}, {profile}#Observation.extension:recallPeriod.value[x])
* insert InUnit({path}, d, day)
* insert Between({path}, Integer, 1, 31)
* {path}[=].initial.valueInteger = {days}

// The total of a scale, whose items are not part of the guide.
RuleSet: Total(path, linkId, profile, label, code, minimum, maximum, days)
* insert Section({path}, {linkId}, [[{label}]])
* insert ExtractsAtVisit({path}, {profile}, {linkId})
* insert Sets({path}, {profile}#Observation.code, [[valueCodeableConcept = {code}]])
* insert Ask({path}[=].item, {linkId}.total, integer, [[Total, {minimum} to {maximum}]], true)
* insert Into({path}[=].item, {profile}#Observation.value[x])
* insert Between({path}[=].item, Integer, {minimum}, {maximum})
* insert Recall({path}[=].item, {linkId}.recall, {profile}, {days})

// What a form was answered with.
RuleSet: Response(form, system, identifier, patient, authored)
* identifier.system = "https://ehr.{system}.example/sid/form"
* identifier.value = "{identifier}"
* questionnaire = "https://ketamine-registry.example/fhir/Questionnaire/{form}"
* status = #completed
* subject.reference = "{patient}"
* authored = "{authored}"

RuleSet: Answers(path, linkId)
* {path}[+].linkId = "{linkId}"

RuleSet: Answer(path, linkId, value)
* {path}[+].linkId = "{linkId}"
* {path}[=].answer.{value}
