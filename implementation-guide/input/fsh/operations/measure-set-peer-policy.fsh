Instance: measure-set-peer-policy
InstanceOf: OperationDefinition
Usage: #definition
Title: "Set a Peer Policy"
Description: "A steward decides how all questions of another registry about an indicator are met."
* insert DefinitionInstance
* url = Canonical(measure-set-peer-policy)
* name = "SetPeerPolicy"
* title = "Set a Peer Policy"
* experimental = false
* description = "A steward decides how all questions of another registry about an indicator are met. It holds from the next question on, in the place of what the registry does by default and of what was decided before."
* purpose = "R10, R20: each registry decides for itself which questions of which other registry it answers."
* kind = #operation
* affectsState = true
* code = #set-peer-policy
* resource = #Measure
* system = false
* type = false
* instance = true
* insert In(peer, 1, 1, string, [[The client id under which the other registry is known here.]])
* insert In(policy, 1, 1, code, [[How its questions are met.]])
* insert BoundTo(peer-policy-vs)
* insert In(reason, 1, 1, string, [[Why, in at most 500 characters. It stays in the registry; name no patient.]])
* insert PeerPolicyPart(1, 1)
