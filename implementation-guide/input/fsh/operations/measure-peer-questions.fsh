Instance: measure-peer-questions
InstanceOf: OperationDefinition
Usage: #definition
Title: "Questions of Peers"
Description: "A steward sees which questions of other registries wait for a decision."
* insert DefinitionInstance
* url = Canonical(measure-peer-questions)
* name = "PeerQuestions"
* title = "Questions of Peers"
* experimental = false
* description = "A steward sees which questions of other registries wait for a decision. What was decided for all questions of a registry about an indicator is shown too. A question is shown in the words in which it was asked; it names no patient."
* purpose = "R10, R20: each registry decides for itself which questions of which other registry it answers."
* kind = #operation
* affectsState = false
* code = #peer-questions
* resource = #Measure
* system = false
* type = true
* instance = false
* insert PeerQuestionPart(0, *)
* insert PeerPolicyPart(0, *)
