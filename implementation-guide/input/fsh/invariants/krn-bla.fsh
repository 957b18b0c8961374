Invariant: krn-bla-1
Description: "An ICSI total is between 0 and 20"
Severity: #error
Expression: "code.coding.where(code = 'icsi-total').exists() implies (value.ofType(integer) >= 0 and value.ofType(integer) <= 20)"
* requirements = "S6"

Invariant: krn-bla-2
Description: "An ICPI total is between 0 and 16"
Severity: #error
Expression: "code.coding.where(code = 'icpi-total').exists() implies (value.ofType(integer) >= 0 and value.ofType(integer) <= 16)"
* requirements = "S6"
