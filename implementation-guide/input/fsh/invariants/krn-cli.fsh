Invariant: krn-cli-1
Description: "A country is two upper-case letters, as in ISO 3166-1"
Severity: #error
Expression: "$this.matches('^[A-Z]{2}$')"
* requirements = "R11"

Invariant: krn-cli-2
Description: "A clinic identifier is two upper-case letters, a hyphen and four digits"
Severity: #error
Expression: "$this.matches('^[A-Z]{2}-[0-9]{4}$')"
* requirements = "R11"
