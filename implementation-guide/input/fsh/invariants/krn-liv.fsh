Invariant: krn-liv-1
Description: "An enzyme is given in U/L, bilirubin by amount of substance in umol/L, by mass in mg/dL"
Severity: #error
Expression: "value.ofType(Quantity).code.exists() implies value.ofType(Quantity).code = iif(code.coding.where(code = '14631-6').exists(), 'umol/L', iif(code.coding.where(code = '1975-2').exists(), 'mg/dL', 'U/L'))"

Invariant: krn-liv-2
Description: "The upper limit of normal has the unit of the value"
Severity: #error
Expression: "value.ofType(Quantity).code.exists() implies referenceRange.high.code.all($this = %resource.value.ofType(Quantity).code)"

Invariant: krn-liv-3
Description: "A liver function test is not negative and at most 50000 in its unit"
Severity: #error
Expression: "value >= 0 and value <= 50000"

Invariant: krn-liv-4
Description: "The upper limit of normal is more than 0"
Severity: #error
Expression: "value > 0"
