Invariant: krn-cog-1
Description: "A MoCA total is between 0 and 30"
Severity: #error
Expression: "code.coding.where(code = '72172-0').exists() implies (value.ofType(integer) >= 0 and value.ofType(integer) <= 30)"

Invariant: krn-cog-2
Description: "A number of correct symbols is not negative"
Severity: #error
Expression: "code.coding.where(code = 'dsst-correct').exists() implies value.ofType(integer) >= 0"

Invariant: krn-cog-3
Description: "A number of correct symbols names the version of the test, since versions differ in time and length"
Severity: #error
Expression: "code.coding.where(code = 'dsst-correct').exists() implies extension('https://ketamine-registry.example/fhir/StructureDefinition/instrument-version').exists()"
