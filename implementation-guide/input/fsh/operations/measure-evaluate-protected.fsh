Instance: measure-evaluate-protected
InstanceOf: OperationDefinition
Usage: #definition
Title: "Evaluate Protected"
Description: "A registry answers one question over its own records, and protects the answer before it leaves."
* insert DefinitionInstance
* url = Canonical(measure-evaluate-protected)
* name = "EvaluateProtected"
* title = "Evaluate Protected"
* experimental = false
* description = "A registry answers one question over its own records, and protects the answer before it leaves. R4's $evaluate-measure has no input for filters or stratifiers, and none for their protection. The answer is computed over the latest published cut of the records, never over the moving present; a cell that is too small is withheld and marked so, and never shown as 0. No requester sends a predicate of their own."
* purpose = "R10, R14, R20: questions are known in advance, and no record leaves its registry."
* kind = #operation
* affectsState = false
* code = #evaluate-protected
* resource = #Measure
* system = false
* type = false
* instance = true
* insert Question
* insert Out(status, 1, 1, code, [[What became of the question.]])
* insert BoundTo(answer-status-vs)
* insert Out(cut, 0, 1, date, [[The day of the published cut that the answer is computed over.]])
* insert Out(report, 0, 1, MeasureReport, [[The protected answer, of type summary. It is there where the status is complete or withheld.]])
* insert Out(outcome, 0, 1, OperationOutcome, [[Why there is no report, in words: with the status disallowed over the budget, the day of the next cut.]])
