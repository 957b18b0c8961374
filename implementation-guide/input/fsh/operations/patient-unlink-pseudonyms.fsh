Instance: patient-unlink-pseudonyms
InstanceOf: OperationDefinition
Usage: #definition
Title: "Unlink Pseudonyms"
Description: "A steward takes back the statement that two registry pseudonyms are those of one person."
* insert DefinitionInstance
* url = Canonical(patient-unlink-pseudonyms)
* name = "UnlinkPseudonyms"
* title = "Unlink Pseudonyms"
* description = "A steward takes back the statement that two registry pseudonyms are those of one person."
* purpose = "R7, R13: a wrong statement about a person leaves no trace in the records."
* experimental = false
* kind = #operation
* affectsState = true
* code = #unlink-pseudonyms
* resource = #Patient
* system = false
* type = true
* instance = false
* parameter[0].name = #link
* parameter[=].use = #in
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].documentation = "The id of the statement, as $link-pseudonyms answered it."
* parameter[=].type = #string
