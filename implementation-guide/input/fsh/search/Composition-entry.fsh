Instance: Composition-entry
InstanceOf: SearchParameter
Usage: #definition
Title: "Composition: entry"
Description: "A record that a section of the case report refers to."
* insert ActiveSearchParameter(Composition, entry, reference)
* name = "CompositionEntry"
* description = "A record that a section of the case report refers to."
* purpose = "R9: a record leads to the case reports that tell it."
* expression = "Composition.section.entry"
* target[0] = #AdverseEvent
* target[+] = #Condition
* target[+] = #Consent
* target[+] = #Encounter
* target[+] = #EpisodeOfCare
* target[+] = #MedicationAdministration
* target[+] = #MedicationDispense
* target[+] = #MedicationRequest
* target[+] = #MedicationStatement
* target[+] = #Observation
