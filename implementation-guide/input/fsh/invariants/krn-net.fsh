Invariant: krn-net-1
Description: "A merged answer is complete, or pending while more may come"
Severity: #error
Expression: "status = 'complete' or status = 'pending'"

Invariant: krn-net-2
Description: "A count has a value where a member shows its part, and none where nobody does"
Severity: #error
Expression: "count.hasValue() = extension('https://ketamine-registry.example/fhir/StructureDefinition/members-shown').value.where($this > 0).exists()"

Invariant: krn-net-3
Description: "A count of which a member withholds its part is a lower bound and says so"
Severity: #error
Expression: "count.hasValue() and extension('https://ketamine-registry.example/fhir/StructureDefinition/members-withheld').value.where($this > 0).exists() implies extension('https://ketamine-registry.example/fhir/StructureDefinition/lower-bound').exists()"

Invariant: krn-net-4
Description: "A number of members is not negative"
Severity: #error
Expression: "$this >= 0"

Invariant: krn-net-5
Description: "Where it is said, at least one member gave figures of a wider group"
Severity: #error
Expression: "$this > 0"
