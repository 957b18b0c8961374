Invariant: krn-fin-1
Description: "A finding names the version of the rule set that made it"
Severity: #error
Expression: "$this.toString().matches('^[^|]+[|][^|]+$')"
* requirements = "R1"
