Extension: BackportFilterCriteria
Id: backport-filter-criteria
Title: "Filter Criteria"
Description: "Which events of a topic are meant, as a search. HL7's extension of the guide Subscriptions R5 Backport 1.1.0, under its own URL, restated here so that a registry needs no other package."
Context: Subscription.criteria
* insert Definition
* ^url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-filter-criteria"
* ^purpose = "R26: whoever is told is told what it can act on."
* value[x] 1..1
* value[x] only string
