Invariant: krn-dep-1
Description: "A MADRS total is between 0 and 60"
Severity: #error
Expression: "code.coding.where(code = 'madrs-total').exists() implies (value.ofType(integer) >= 0 and value.ofType(integer) <= 60)"
* requirements = "R21"

Invariant: krn-dep-2
Description: "A QIDS-SR16 total is between 0 and 27"
Severity: #error
Expression: "code.coding.where(code = 'qids-sr16-total').exists() implies (value.ofType(integer) >= 0 and value.ofType(integer) <= 27)"
* requirements = "R21"

Invariant: krn-dep-3
Description: "A HAM-D17 total is between 0 and 52"
Severity: #error
Expression: "code.coding.where(code = 'ham-d17-total').exists() implies (value.ofType(integer) >= 0 and value.ofType(integer) <= 52)"
* requirements = "R21"

Invariant: krn-dep-4
Description: "A PHQ-9 total is between 0 and 27"
Severity: #error
Expression: "code.coding.where(code = '44261-6').exists() implies (value.ofType(integer) >= 0 and value.ofType(integer) <= 27)"
* requirements = "R21"

Invariant: krn-dep-5
Description: "A recall period is more than 0 and at most 366 days"
Severity: #error
Expression: "value > 0 and ((code = 'h' and value <= 8784) or (code = 'd' and value <= 366))"
* requirements = "R21"
