Invariant: krn-sui-1
Description: "The worst suicidal ideation is a level from 0 to 5"
Severity: #error
Expression: "$this >= 0 and $this <= 5"

Invariant: krn-sui-2
Description: "Where none of the behaviours occurred, none is named"
Severity: #error
Expression: "component.value.ofType(CodeableConcept).coding.where(code = 'none').exists() implies component.value.ofType(CodeableConcept).count() = 1"
