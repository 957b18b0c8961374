// A concept that has exactly one code of a system of this guide; codes of other systems may stand beside it.
RuleSet: OwnCode(path, name, valueSet, system)
* {path} obeys krn-rec-3
* {path}.text 0..0
* {path}.coding 1..* MS
* {path}.coding ^slicing.discriminator.type = #value
* {path}.coding ^slicing.discriminator.path = "system"
* {path}.coding ^slicing.rules = #open
* {path}.coding ^slicing.description = "By code system: one code of this guide's system, and any of others beside it"
* {path}.coding contains {name} 1..1 MS
* {path}.coding[{name}] from {valueSet} (required)
* {path}.coding[{name}].system 1..1
* {path}.coding[{name}].system = {system}
* {path}.coding[{name}].code 1..1
