Instance: measure-ask-network
InstanceOf: OperationDefinition
Usage: #definition
Title: "Ask the Network"
Description: "An analyst asks one's own registry to put a question to the members of the network and to merge what they answer."
* insert DefinitionInstance
* kind = #operation
* code = #ask-network
* resource = #Measure
* system = false
* url = Canonical(measure-ask-network)
* name = "AskNetwork"
* title = "Ask the Network"
* experimental = false
* description = "An analyst or steward asks one's own registry to put a question to the members of the network and to merge what they answer. Each member protects its own answer by $evaluate-protected. A partial answer is an answer: it says which members are in it and what became of the others. The asking outlives a restart, so it is answered by the asynchronous pattern of FHIR (202 and an address to poll, which tells by a Task what became of it at each member so far) unless every member answered at once. DELETE of that address cancels it. An answer that comes after the deadline is in the result from then on."
* purpose = "R10, R14, R20: national registries answer together."
* affectsState = true
* type = false
* instance = true
* insert Question
* insert In(member, 0, *, Identifier, [[A member of the network to ask, by its identifier in the network's directory. All are asked where none is named.]])
* insert In(deadline, 0, 1, Duration, [[How long to wait for members before the answer so far is given; a later one is added to the stored result.]])
* insert Out(report, 1, 1, MeasureReport, [[The merged answer, of type summary: counts are added, proportions are computed anew. With a cell withheld anywhere a total is a lower bound and says so.]])
* insert Parts(member, out, 1, *, [[What became of the question at one member.]])
* insert Part(identifier, out, 1, 1, Identifier, [[The member, by its identifier in the network's directory.]])
* insert Part(status, out, 1, 1, code, [[The status of its answer.]])
* insert PartBoundTo(answer-status-vs)
* insert Part(cut, out, 0, 1, date, [[The day of the published cut that its answer is computed over.]])
* insert Part(report, out, 0, 1, MeasureReport, [[Its own answer, as it was received.]])
* insert Out(overlap, 1, 1, boolean, [[Whether a patient may be counted at more than one of the members that are in the answer.]])
