Invariant: krn-crs-1
Description: "A course that says why it ended has an end"
Severity: #error
Expression: "extension('https://ketamine-registry.example/fhir/StructureDefinition/course-end-reason').exists() implies period.end.exists()"
