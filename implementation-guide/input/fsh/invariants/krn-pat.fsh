Invariant: krn-pat-1
Description: "A patient has a registry pseudonym or a clinic pseudonym"
Severity: #error
Expression: "identifier.where(system = 'https://ketamine-registry.example/fhir/sid/registry-pseudonym' or system = 'https://ketamine-registry.example/fhir/sid/clinic-pseudonym').exists()"
* requirements = "R7, R13"

Invariant: krn-pat-2
Description: "A birth date is a year without month and day"
Severity: #error
Expression: "$this.toString().matches('^[0-9]{4}$')"
* requirements = "R7"

Invariant: krn-pat-3
Description: "A registry pseudonym is 64 lower-case hexadecimal digits"
Severity: #error
Expression: "$this.matches('^[0-9a-f]{64}$')"
* requirements = "R13"

Invariant: krn-pat-4
Description: "A clinic pseudonym is 8 to 64 letters, digits, dots, underscores or hyphens"
Severity: #error
Expression: "$this.matches('^[A-Za-z0-9._-]{8,64}$')"
* requirements = "R7"
