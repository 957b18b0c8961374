Invariant: krn-mis-1
Description: "A kind of misuse is named only where misuse is suspected or confirmed"
Severity: #error
Expression: "value.ofType(CodeableConcept).coding.where(code = 'no-misuse').exists() implies component.empty()"
