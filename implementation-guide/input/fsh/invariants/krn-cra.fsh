Invariant: krn-cra-1
Description: "A craving rating is between 0 and 10"
Severity: #error
Expression: "$this >= 0 and $this <= 10"
