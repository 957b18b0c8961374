Invariant: krn-rep-1
Description: "A report is either protected or exact, and says which"
Severity: #error
Expression: "extension('https://ketamine-registry.example/fhir/StructureDefinition/answer-protection').exists() xor extension('https://ketamine-registry.example/fhir/StructureDefinition/exact-figures').exists()"

Invariant: krn-rep-2
Description: "A count has a value, or is withheld and says so"
Severity: #error
Expression: "count.hasValue() xor extension('https://ketamine-registry.example/fhir/StructureDefinition/withheld').exists()"
