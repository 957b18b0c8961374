Invariant: krn-ind-1
Description: "A proportion and a ratio have a numerator and a denominator in every group"
Severity: #error
Expression: "scoring.coding.where(code = 'proportion' or code = 'ratio').exists() implies group.all(population.where(code.coding.where(code = 'denominator').exists()).exists() and population.where(code.coding.where(code = 'numerator').exists()).exists())"

Invariant: krn-ind-2
Description: "Nobody but the own registry asks by clinic, and an indicator that has the dimension says so"
Severity: #error
Expression: "code.coding.where(code = 'clinic').exists() implies extension('https://ketamine-registry.example/fhir/StructureDefinition/indicator-scope').value.where($this = 'own-registry').exists()"

Invariant: krn-ind-3
Description: "The criteria of an indicator are the name of an expression of its library of CQL"
Severity: #error
Expression: "criteria.language = 'text/cql-identifier'"
