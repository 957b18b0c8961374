Invariant: krn-med-1
Description: "The only resource contained is a Medication"
Severity: #error
Expression: "$this is Medication"
* requirements = "R8"

Invariant: krn-med-2
Description: "A medication that is referenced is contained"
Severity: #error
Expression: "reference.all(startsWith('#'))"
* requirements = "R8"

Invariant: krn-med-3
Description: "Every code of a product has a system"
Severity: #error
Expression: "coding.all(system.exists() and code.exists())"
* requirements = "R23"
