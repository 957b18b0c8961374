Invariant: krn-sup-1
Description: "The supplied quantity is more than 0 mg and at most 50000 mg"
Severity: #error
Expression: "value > 0 and value <= 50000"
* requirements = "R2"

Invariant: krn-sup-2
Description: "A supply is meant for 1 to 366 days"
Severity: #error
Expression: "value >= 1 and value <= 366"
* requirements = "R2"

Invariant: krn-sup-3
Description: "A dose to be taken is more than 0 mg and at most 2000 mg"
Severity: #error
Expression: "value > 0 and value <= 2000"
* requirements = "R2, R25"

Invariant: krn-sup-4
Description: "The timing of a dosage instruction carries no free text"
Severity: #error
Expression: "timing.code.text.empty()"
* requirements = "R20"
