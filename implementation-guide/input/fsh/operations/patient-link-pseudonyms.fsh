Instance: patient-link-pseudonyms
InstanceOf: OperationDefinition
Usage: #definition
Title: "Link Pseudonyms"
Description: "A steward states that two registry pseudonyms are those of one person."
* insert DefinitionInstance
* url = Canonical(patient-link-pseudonyms)
* name = "LinkPseudonyms"
* title = "Link Pseudonyms"
* description = "A steward states that two registry pseudonyms are those of one person. No record is changed, and the statement can be taken back."
* purpose = "R7, R13: one person counts once, under whatever pseudonyms the clinics know the person."
* experimental = false
* kind = #operation
* affectsState = true
* code = #link-pseudonyms
* resource = #Patient
* system = false
* type = true
* instance = false
* parameter[0].name = #person
* parameter[=].use = #in
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].documentation = "A registry pseudonym that is on record."
* parameter[=].type = #Identifier
* parameter[+].name = #same-as
* parameter[=].use = #in
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].documentation = "Another that is on record, of the same person."
* parameter[=].type = #Identifier
* parameter[+].name = #link
* parameter[=].use = #out
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].documentation = "The id of the statement."
* parameter[=].type = #string
