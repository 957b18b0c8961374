Invariant: krn-prv-1
Description: "Exactly one target says that it is the patient"
Severity: #error
Expression: "target.where(type = 'Patient').count() = 1"
* requirements = "R16"

Invariant: krn-prv-2
Description: "A mapping is named by an absolute URI that ends in its digest: ?sha256= and 64 lower-case hexadecimal digits"
Severity: #error
Expression: "$this.matches('^(https?://|urn:)[^ ?]+[?]sha256=[0-9a-f]{64}$')"

Invariant: krn-prv-3
Description: "A release of an adapter is its name and its version: letters, digits, dots and hyphens on both sides of a slash"
Severity: #error
Expression: "$this.matches('^[A-Za-z0-9.-]{1,40}/[A-Za-z0-9.-]{1,40}$')"

Invariant: krn-prv-4
Description: "A digest is 32 to 64 lower-case hexadecimal digits"
Severity: #error
Expression: "$this.matches('^[0-9a-f]{32,64}$')"
