Invariant: krn-prg-1
Description: "A gestational age is more than 0 and at most 45 weeks"
Severity: #error
Expression: "value > 0 and ((code = 'wk' and value <= 45) or (code = 'd' and value <= 315))"

Invariant: krn-prg-2
Description: "Only a pregnancy that is present or possible has a gestational age"
Severity: #error
Expression: "component.exists() implies value.ofType(CodeableConcept).coding.where(code = '60001007').empty()"
