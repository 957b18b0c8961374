Invariant: krn-psy-1
Description: "A BPRS total is between 0 and 108 with items from 0 to 6, and between 18 and 126 with items from 1 to 7"
Severity: #error
Expression: "(code.coding.where(code = 'bprs-total-0-6').exists() implies (value.ofType(integer) >= 0 and value.ofType(integer) <= 108)) and (code.coding.where(code = 'bprs-total-1-7').exists() implies (value.ofType(integer) >= 18 and value.ofType(integer) <= 126))"

Invariant: krn-psy-2
Description: "A BPRS sum of the four positive symptoms is between 0 and 24 with items from 0 to 6, and between 4 and 28 with items from 1 to 7"
Severity: #error
Expression: "(code.coding.where(code = 'bprs-positive-0-6').exists() implies (value.ofType(integer) >= 0 and value.ofType(integer) <= 24)) and (code.coding.where(code = 'bprs-positive-1-7').exists() implies (value.ofType(integer) >= 4 and value.ofType(integer) <= 28))"
