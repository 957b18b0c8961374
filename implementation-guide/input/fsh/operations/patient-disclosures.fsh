Instance: patient-disclosures
InstanceOf: OperationDefinition
Usage: #definition
Title: "Disclosures"
Description: "Who saw what of a patient, when and why."
* insert DefinitionInstance
* url = Canonical(patient-disclosures)
* name = "Disclosures"
* title = "Disclosures"
* description = "Who saw what of a patient, when and why, as AuditEvents, the newest first. A patient asks through the clinic, which asks for its own patients only. An entry names the records of this patient and of nobody else, whatever else an answer held."
* purpose = "R13, R16, R20: what is done with a record is audited, and a consent is informed where the patient can learn who has seen the record."
* experimental = false
* kind = #operation
* affectsState = false
* code = #disclosures
* resource = #Patient
* system = false
* type = false
* instance = true
* parameter[0].name = #start
* parameter[=].use = #in
* parameter[=].min = 0
* parameter[=].max = "1"
* parameter[=].documentation = "The first day, by UTC."
* parameter[=].type = #date
* parameter[+].name = #end
* parameter[=].use = #in
* parameter[=].min = 0
* parameter[=].max = "1"
* parameter[=].documentation = "The last day, by UTC. Where there are more disclosures than the answer holds, an earlier day shows the others."
* parameter[=].type = #date
* parameter[+].name = #return
* parameter[=].use = #out
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].documentation = "A searchset of AuditEvents, of the newest thousand at most; its total says how many there are."
* parameter[=].type = #Bundle
