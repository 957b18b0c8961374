Invariant: krn-dis-1
Description: "A CADSS subjective total is between 0 and 76"
Severity: #error
Expression: "$this >= 0 and $this <= 76"
* requirements = "R8"
