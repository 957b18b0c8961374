Invariant: krn-uds-1
Description: "Only a positive result is explained by treatment or not"
Severity: #error
Expression: "extension('https://ketamine-registry.example/fhir/StructureDefinition/explained-by-treatment').exists() implies value.ofType(CodeableConcept).coding.where(code = 'positive').exists()"
