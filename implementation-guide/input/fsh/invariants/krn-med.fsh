Invariant: krn-med-1
Description: "The only resource contained is a Medication"
Severity: #error
Expression: "$this is Medication"

Invariant: krn-med-2
Description: "A medication that is referenced is contained"
Severity: #error
Expression: "$this.ofType(Reference).reference.all(startsWith('#'))"
