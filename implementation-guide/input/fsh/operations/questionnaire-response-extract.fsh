Instance: questionnaire-response-extract
InstanceOf: OperationDefinition
Usage: #definition
Title: "Extract"
Description: "A clinic without a health record system gets the transaction that a filled-in form stands for."
* insert DefinitionInstance
* url = Canonical(questionnaire-response-extract)
* name = "Extract"
* title = "Extract"
* description = "A clinic without a health record system gets the transaction that a filled-in form stands for, by the definition-based extraction of Structured Data Capture, whose operation of the same name this follows. The response is held against its form; of one that answers it, what it becomes is held against all that the registry asks of a submission. All problems of the one or of the other are told at once, each by the item that it comes from. The answer is the transaction as it is sent to the base: nothing is written before. A response that is extracted twice makes nothing twice; one of status amended replaces what an earlier one with the same identifier became, and takes back, as entered in error, what it leaves out of that."
* purpose = "R7: a clinic without a health record system submits what the registry needs; R8: what it submits is complete and valid."
* experimental = false
* kind = #operation
* affectsState = false
* code = #extract
* resource = #QuestionnaireResponse
* system = false
* type = true
* instance = false
* insert In(questionnaire-response, 1, 1, QuestionnaireResponse, [[The response to one of the forms of this guide, with the status completed or amended, an identifier, the patient as its subject, and the time at which it was written. It may be the body itself.]])
* insert In(lawful-basis, 0, 1, code, [[The lawful basis on which the clinic gives the records to the registry, as their provenance attests it. Where it is left out, that of the rule set in force in the jurisdiction.]])
* parameter[=].binding.strength = #required
* parameter[=].binding.valueSet = Canonical(LawfulBasisVS)
* insert Out(return, 1, 1, Bundle, [[The transaction to send to the base, with the provenance of its records.]])
