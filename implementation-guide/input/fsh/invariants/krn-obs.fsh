Invariant: krn-obs-1
Description: "A measurement is made at a time of day with a time zone"
Severity: #error
Expression: "$this.toString().contains('T')"
* requirements = "R8, R21"

Invariant: krn-obs-2
Description: "The version of an instrument is 1 to 32 letters, digits, dots, slashes, plus signs, underscores, hyphens or spaces"
Severity: #error
Expression: "$this.matches('^[A-Za-z0-9./+_ -]{1,32}$')"
* requirements = "S4"

Invariant: krn-obs-3
Description: "A scale asks about at most 31 days"
Severity: #error
Expression: "extension('https://ketamine-registry.example/fhir/StructureDefinition/recall-period').value.ofType(Duration).all((code = 'h' and value <= 744) or (code = 'd' and value <= 31))"
* requirements = "R21"
