Invariant: krn-vit-1
Description: "A heart rate is between 20 and 300 per minute"
Severity: #error
Expression: "value >= 20 and value <= 300"
* requirements = "R8"

Invariant: krn-vit-2
Description: "An oxygen saturation is between 30 and 100 per cent"
Severity: #error
Expression: "value >= 30 and value <= 100"
* requirements = "R8"

Invariant: krn-vit-3
Description: "A body weight is between 20 and 400 kg"
Severity: #error
Expression: "value >= 20 and value <= 400"
* requirements = "R23"
