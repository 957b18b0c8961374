Instance: Provenance-target
InstanceOf: SearchParameter
Usage: #definition
Title: "Provenance: target"
Description: "A record that was brought."
* insert ActiveSearchParameter(Provenance, target, reference)
* name = "ProvenanceTarget"
* description = "A record that was brought."
* purpose = "R10: a record leads to where it came from."
* expression = "Provenance.target"
* target[0] = #AdverseEvent
* target[+] = #Composition
* target[+] = #Condition
* target[+] = #Consent
* target[+] = #Encounter
* target[+] = #EpisodeOfCare
* target[+] = #MedicationAdministration
* target[+] = #MedicationDispense
* target[+] = #MedicationRequest
* target[+] = #MedicationStatement
* target[+] = #Observation
* target[+] = #Patient
* target[+] = #ResearchSubject
