Invariant: krn-rev-1
Description: "A finished review says what was decided"
Severity: #error
Expression: "status = 'finished' implies extension('https://ketamine-registry.example/fhir/StructureDefinition/review-decision').exists()"

Invariant: krn-rev-2
Description: "A review begins and ends at a time of day with a time zone"
Severity: #error
Expression: "$this.toString().contains('T')"
