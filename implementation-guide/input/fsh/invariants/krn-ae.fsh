Invariant: krn-ae-1
Description: "The event has a code of the value set of ketamine adverse effects or a MedDRA code"
Severity: #error
Expression: "coding.exists() implies coding.where(system = 'https://www.meddra.org').exists() or coding.where(memberOf('https://ketamine-registry.example/fhir/ValueSet/ketamine-adverse-effect-vs')).exists()"
* requirements = "R14, R19"

Invariant: krn-ae-2
Description: "An event is serious if, and only if, it meets at least one seriousness criterion"
Severity: #error
Expression: "seriousness.exists() implies seriousness.coding.where(code = 'Serious').exists() = extension('https://ketamine-registry.example/fhir/StructureDefinition/seriousness-criterion').exists()"
* requirements = "R14"

Invariant: krn-ae-3
Description: "An event that has resolved says when"
Severity: #error
Expression: "outcome.coding.where(code = 'resolved').exists() implies extension('https://ketamine-registry.example/fhir/StructureDefinition/resolution-date').exists()"
* requirements = "R24"

Invariant: krn-ae-4
Description: "An event does not resolve before it began"
Severity: #error
Expression: "extension('https://ketamine-registry.example/fhir/StructureDefinition/resolution-date').value.ofType(dateTime).where($this < %resource.date).empty()"
* requirements = "R24"

Invariant: krn-ae-5
Description: "The clinic does not become aware of an event before it began"
Severity: #error
Expression: "detected.exists() and date.exists() implies (detected < date).allFalse()"
* requirements = "R14"
