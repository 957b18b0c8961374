Instance: network-peer
InstanceOf: CapabilityStatement
Usage: #definition
Title: "Network Peer"
Description: "What registries of the network offer one another: protected answers to the questions of this guide."
* insert DefinitionInstance
* url = Canonical(network-peer)
* name = "NetworkPeerRequirements"
* title = "Network Peer"
* experimental = false
* description = "What registries of the network offer one another: protected answers to the questions of this guide."
* purpose = "R10, R14, R20: national registries are linked, and no record leaves its registry."
* insert RequirementsOfR4
* rest[0].mode = #server
* rest[=].documentation = "R10, R20: a registry answers the questions that this guide defines, over a published cut of its records, and protects the answer before it leaves."
* rest[=].security.description = "R10, R16: peers authenticate by the keys of the network's directory. No request and no answer has a record, a pseudonym or a predicate of the asker's own."
* insert Type(Measure, [[R20: the indicators are known in advance, in the version of the guide that both sides work by.]])
* insert Profile(ketamine-indicator)
* insert Does(SHALL, read, [[R20: a peer sees which version of an indicator another works by.]])
* insert Does(SHALL, search-type, [[R20: an indicator is found by its canonical URL.]])
* insert SearchedBy(SHALL, url, uri, http://hl7.org/fhir/SearchParameter/Measure-url, [[R20: found by the canonical URL.]])
* insert Operates(evaluate-protected, measure-evaluate-protected, [[R10, R14, R20: one answer, protected, with a status.]])

* rest[+].mode = #client
* rest[=].documentation = "R10: a registry asks its peers on behalf of its own analysts, and merges what they answer."
* rest[=].security.description = "R10: outbound requests go to the members in the network's signed directory, and to no other address."
* insert Type(Measure, [[R20: the same indicators of other registries.]])
* insert Operates(evaluate-protected, measure-evaluate-protected, [[R10, R14, R20: asked of each member of the network, with a deadline.]])
