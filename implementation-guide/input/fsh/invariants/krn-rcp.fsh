Invariant: krn-rcp-1
Description: "The receipt of a rejected submission says what was wrong"
Severity: #error
Expression: "status = 'rejected' implies output.type.coding.where(code = 'outcome').exists()"
* requirements = "R7"

Invariant: krn-rcp-2
Description: "The receipt of a completed submission names the records"
Severity: #error
Expression: "status = 'completed' implies output.type.coding.where(code = 'resource').exists()"
* requirements = "R7"

Invariant: krn-rcp-3
Description: "The only resource contained is an OperationOutcome"
Severity: #error
Expression: "$this is OperationOutcome"
* requirements = "R7"
