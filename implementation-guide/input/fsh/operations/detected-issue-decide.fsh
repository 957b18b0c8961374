Instance: detected-issue-decide
InstanceOf: OperationDefinition
Usage: #definition
Title: "Decide on a Finding"
Description: "A steward decides about a finding of a practice rule."
* insert DefinitionInstance
* url = Canonical(detected-issue-decide)
* name = "DecideOnFinding"
* title = "Decide on a Finding"
* description = "A steward decides about a finding of a practice rule. The decision is added to those made before, each with its moment, and stays whatever a later review makes of the finding. Who decided is in the audit."
* purpose = "R1, R12: what became of a finding, so that practice guidance can be reviewed by what was found."
* experimental = false
* kind = #operation
* affectsState = true
* code = #decide
* resource = #DetectedIssue
* system = false
* type = false
* instance = true
* insert In(decision, 1, 1, code, [[What is decided. An answer that repeats the decision that holds adds nothing.]])
* parameter[=].binding.strength = #required
* parameter[=].binding.valueSet = Canonical(finding-decision-vs)
* insert Out(return, 1, 1, DetectedIssue, [[The finding, with all its decisions.]])
