Instance: measure-evaluate-exact
InstanceOf: OperationDefinition
Usage: #definition
Title: "Evaluate Exact"
Description: "The steward of a registry sees its exact figures."
* insert DefinitionInstance
* url = Canonical(measure-evaluate-exact)
* name = "EvaluateExact"
* title = "Evaluate Exact"
* experimental = false
* description = "The steward of a registry sees its exact figures, over what is on record now. The question is that of $evaluate-protected, and the answer is neither perturbed nor withheld. It is for the registry itself and does not leave it."
* purpose = "R7: a registry knows its own figures."
* kind = #operation
* affectsState = false
* code = #evaluate-exact
* resource = #Measure
* system = false
* type = false
* instance = true
* insert Question
* insert Out(status, 1, 1, code, [[What became of the question: complete, or no-data where the registry does not count the indicator.]])
* insert BoundTo(answer-status-vs)
* insert Out(report, 0, 1, MeasureReport, [[The exact figures, of type summary.]])
* insert Out(outcome, 0, 1, OperationOutcome, [[Why there is no report, in words.]])
