Invariant: krn-prr-1
Description: "A prescriber has a prescriber pseudonym or an identifier of the clinic"
Severity: #error
Expression: "identifier.where(system = 'https://ketamine-registry.example/fhir/sid/prescriber-pseudonym' or system = 'https://ketamine-registry.example/fhir/sid/clinic-prescriber').exists()"

Invariant: krn-prr-2
Description: "A prescriber pseudonym is 64 lower-case hexadecimal digits"
Severity: #error
Expression: "$this.matches('^[0-9a-f]{64}$')"

Invariant: krn-prr-3
Description: "A clinic's identifier of a prescriber is 2 to 64 letters, digits, dots, underscores or hyphens, with at least one digit"
Severity: #error
Expression: "$this.matches('^[A-Za-z0-9._-]{2,64}$') and $this.matches('^.*[0-9].*$')"
