Invariant: krn-prx-1
Description: "A prescription for the home says how much is supplied and for how many days"
Severity: #error
Expression: "category.coding.where(code = 'community').exists() implies dispenseRequest.exists()"

Invariant: krn-prx-2
Description: "A largest dose over a period is more than 0 mg over a period of more than 0"
Severity: #error
Expression: "numerator.value > 0 and denominator.value > 0"

Invariant: krn-prx-3
Description: "An interval between supplies is 1 to 366 days"
Severity: #error
Expression: "value >= 1 and value <= 366"
