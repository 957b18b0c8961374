// An operation that a later version of the software offers: its parameters are fixed, it is not served yet.
RuleSet: DraftOperation(resource, code)
* insert DefinitionInstance
* status = #draft
* kind = #operation
* code = #{code}
* resource = #{resource}
* system = false

RuleSet: In(name, min, max, type, documentation)
* parameter[+].name = #{name}
* parameter[=].use = #in
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].documentation = "{documentation}"
* parameter[=].type = #{type}

RuleSet: Out(name, min, max, type, documentation)
* parameter[+].name = #{name}
* parameter[=].use = #out
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].documentation = "{documentation}"
* parameter[=].type = #{type}

RuleSet: Parts(name, use, min, max, documentation)
* parameter[+].name = #{name}
* parameter[=].use = #{use}
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].documentation = "{documentation}"

RuleSet: Part(name, use, min, max, type, documentation)
* parameter[=].part[+].name = #{name}
* parameter[=].part[=].use = #{use}
* parameter[=].part[=].min = {min}
* parameter[=].part[=].max = "{max}"
* parameter[=].part[=].documentation = "{documentation}"
* parameter[=].part[=].type = #{type}

RuleSet: BoundTo(valueSet)
* parameter[=].binding.strength = #required
* parameter[=].binding.valueSet = "https://ketamine-registry.example/fhir/ValueSet/{valueSet}"

RuleSet: PartBoundTo(valueSet)
* parameter[=].part[=].binding.strength = #required
* parameter[=].part[=].binding.valueSet = "https://ketamine-registry.example/fhir/ValueSet/{valueSet}"

// What can be asked of an indicator: a period, and up to three dimensions of the closed vocabulary.
RuleSet: Question
* insert In(period-start, 1, 1, date, [[First day of the period: the first of a calendar quarter.]])
* insert In(period-end, 1, 1, date, [[Last day of the period: the last of a calendar quarter that is over.]])
* insert Parts(filter, in, 0, 3, [[Narrows the answer to one band of a dimension. A dimension is narrowed or divided by once.]])
* insert Part(dimension, in, 1, 1, code, [[A dimension that the Measure permits for filters.]])
* insert PartBoundTo(indicator-dimension-vs)
* insert Part(band, in, 1, 1, code, [[A band of that dimension: a code of its value set, or a year of four digits.]])
* insert In(stratifier, 0, 3, code, [[Divides the answer by a dimension that the Measure permits for stratifiers. Filters and stratifiers together are at most as many as the Measure's dimension limit, which is three.]])
* insert BoundTo(indicator-dimension-vs)
* insert In(guide-version, 1, 1, string, [[The version of this guide that the asker works by. Another than that of the registry that is asked gives the status version-mismatch.]])
