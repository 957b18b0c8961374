Invariant: krn-prs-1
Description: "A rule about the dose has at least one dose limit"
Severity: #error
Expression: "code.coding.where(code = 'dose-above-limit').exists() implies extension('https://ketamine-registry.example/fhir/StructureDefinition/dose-limit').exists()"
* requirements = "R1, R23"

Invariant: krn-prs-2
Description: "A rule about an interval has its limit"
Severity: #error
Expression: "code.coding.where(code = 'reflection-interval-short' or code = 'session-interval-short').exists() implies extension('https://ketamine-registry.example/fhir/StructureDefinition/interval-limit').exists()"
* requirements = "R1, R15, R18"

Invariant: krn-prs-3
Description: "A rule about supplies to take home has at least one quantity limit"
Severity: #error
Expression: "code.coding.where(code = 'take-home-above-limit').exists() implies extension('https://ketamine-registry.example/fhir/StructureDefinition/quantity-limit').exists()"
* requirements = "R1, R2"

Invariant: krn-prs-4
Description: "A rule about monitoring names at least one required measurement"
Severity: #error
Expression: "code.coding.where(code = 'monitoring-incomplete').exists() implies extension('https://ketamine-registry.example/fhir/StructureDefinition/required-measurement').exists()"
* requirements = "R1, R8"

Invariant: krn-prs-5
Description: "A limit is more than 0"
Severity: #error
Expression: "value > 0"
* requirements = "R1"

Invariant: krn-prs-6
Description: "A jurisdiction is coded in ISO 3166, or is the demonstration jurisdiction of this guide"
Severity: #error
Expression: "$this = 'urn:iso:std:iso:3166' or $this = 'https://ketamine-registry.example/fhir/CodeSystem/demonstration-jurisdiction-cs'"
* requirements = "R1"
