Invariant: krn-rec-1
Description: "Every extension, at any depth, is one that this guide defines"
Severity: #error
Expression: "extension.url.all(startsWith('https://ketamine-registry.example/fhir/StructureDefinition/')) and descendants().extension.url.all(startsWith('https://ketamine-registry.example/fhir/StructureDefinition/') or contains(':').not())"
* requirements = "R20"

Invariant: krn-rec-2
Description: "The system of an identifier is an absolute URI"
Severity: #error
Expression: "$this.matches('^(https?://|urn:).+$')"
* requirements = "R7"

Invariant: krn-rec-3
Description: "Every code has its system"
Severity: #error
Expression: "coding.all(system.exists() and code.exists())"
