Instance: measure-decide-question
InstanceOf: OperationDefinition
Usage: #definition
Title: "Decide on a Question"
Description: "A steward decides whether a question of another registry is answered."
* insert DefinitionInstance
* url = Canonical(measure-decide-question)
* name = "DecideQuestion"
* title = "Decide on a Question"
* experimental = false
* description = "A steward decides whether a question of another registry is answered. What is allowed is answered when the other registry asks again by the same key: protected, over the cut of that moment, and over no later one. What is denied has the status disallowed. A question that nobody decides about in time expires. A decision is never told to the other registry with its reason."
* purpose = "R10, R20: each registry decides for itself which questions of which other registry it answers."
* kind = #operation
* affectsState = true
* code = #decide-question
* resource = #Measure
* system = false
* type = true
* instance = false
* insert In(question, 1, 1, id, [[The id of the question.]])
* insert In(allow, 1, 1, boolean, [[Whether it is to be answered.]])
* insert In(standing, 0, 1, boolean, [[Whether the same is decided for all questions of that registry about the indicator from now on, those that wait included. Where it is not said, this question alone is decided.]])
* insert In(reason, 1, 1, string, [[Why, in at most 500 characters. It stays in the registry; name no patient.]])
* insert PeerQuestionPart(1, 1)
