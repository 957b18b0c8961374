Instance: missing-dose
InstanceOf: OperationOutcome
Usage: #inline
* id = "missing-dose"
* issue.severity = #error
* issue.code = #required
* issue.expression = "Bundle.entry[1].resource.dosage.dose"
