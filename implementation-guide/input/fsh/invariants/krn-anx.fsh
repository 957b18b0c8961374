Invariant: krn-anx-1
Description: "A GAD-7 total is between 0 and 21"
Severity: #error
Expression: "code.coding.where(code = '70274-6').exists() implies (value.ofType(integer) >= 0 and value.ofType(integer) <= 21)"
* requirements = "S5"

Invariant: krn-anx-2
Description: "A HAM-A total is between 0 and 56"
Severity: #error
Expression: "code.coding.where(code = 'ham-a-total').exists() implies (value.ofType(integer) >= 0 and value.ofType(integer) <= 56)"
* requirements = "S5"
