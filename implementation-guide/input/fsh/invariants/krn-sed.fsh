Invariant: krn-sed-1
Description: "A MOAA/S score is between 0 and 5"
Severity: #error
Expression: "$this >= 0 and $this <= 5"
* requirements = "R8"
