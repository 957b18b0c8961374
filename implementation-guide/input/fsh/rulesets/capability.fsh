// What the statements of requirements have in common. Every element says what it serves.
RuleSet: RequirementsOfR4
* kind = #requirements
* fhirVersion = #4.0.1
* format[0] = #application/fhir+json
* format[+] = #application/fhir+xml
* implementationGuide = "https://ketamine-registry.example/fhir/ImplementationGuide/org.ketamineregistry.fhir"

RuleSet: SystemInteraction(expectation, code, documentation)
* rest[=].interaction[+].extension.url = $expectation
* rest[=].interaction[=].extension.valueCode = #{expectation}
* rest[=].interaction[=].code = #{code}
* rest[=].interaction[=].documentation = "{documentation}"

RuleSet: Type(type, documentation)
* rest[=].resource[+].type = #{type}
* rest[=].resource[=].documentation = "{documentation}"

RuleSet: Profile(id)
* rest[=].resource[=].supportedProfile[+] = "https://ketamine-registry.example/fhir/StructureDefinition/{id}"

RuleSet: Does(expectation, code, documentation)
* rest[=].resource[=].interaction[+].extension.url = $expectation
* rest[=].resource[=].interaction[=].extension.valueCode = #{expectation}
* rest[=].resource[=].interaction[=].code = #{code}
* rest[=].resource[=].interaction[=].documentation = "{documentation}"

RuleSet: SearchedBy(expectation, name, type, definition, documentation)
* rest[=].resource[=].searchParam[+].extension.url = $expectation
* rest[=].resource[=].searchParam[=].extension.valueCode = #{expectation}
* rest[=].resource[=].searchParam[=].name = "{name}"
* rest[=].resource[=].searchParam[=].definition = "{definition}"
* rest[=].resource[=].searchParam[=].type = #{type}
* rest[=].resource[=].searchParam[=].documentation = "{documentation}"

RuleSet: SystemOperatesOfHl7(name, definition, documentation)
* rest.operation[+].name = "{name}"
* rest.operation[=].definition = "http://hl7.org/fhir/{definition}"
* rest.operation[=].documentation = "{documentation}"

RuleSet: Operates(name, definition, documentation)
* rest[=].resource[=].operation[+].name = "{name}"
* rest[=].resource[=].operation[=].definition = Canonical({definition})
* rest[=].resource[=].operation[=].documentation = "{documentation}"

RuleSet: OperatesOfHl7(name, definition, documentation)
* rest[=].resource[=].operation[+].name = "{name}"
* rest[=].resource[=].operation[=].definition = "http://hl7.org/fhir/{definition}"
* rest[=].resource[=].operation[=].documentation = "{documentation}"

RuleSet: Validates
* rest[=].resource[=].operation[+].name = "validate"
* rest[=].resource[=].operation[=].definition = "http://hl7.org/fhir/OperationDefinition/Resource-validate"
* rest[=].resource[=].operation[=].documentation = "R26: a vendor sees what the registry would say, without a submission."

// What is read and never written.
RuleSet: ReadingInteractions
* insert Does(SHALL, read, [[R7: read by the registry's id.]])
* insert Does(SHALL, vread, [[R1, R7: each version stays.]])
* insert Does(SHALL, history-instance, [[R1, R7: what it was before is seen.]])
* insert Does(SHALL, search-type, [[R7: found by the parameters below.]])
* rest[=].resource[=].versioning = #versioned

// What a clinic submits and corrects.
RuleSet: RecordInteractions
* insert Does(SHALL, create, [[R7: stored once, however often it is sent, by POST with If-None-Exist.]])
* insert Does(SHALL, update, [[R7: created or corrected by PUT, at its id or its business identifier. What was wrong gets the status entered-in-error; nothing is deleted.]])
* insert ReadingInteractions
* rest[=].resource[=].versioning = #versioned-update
* rest[=].resource[=].conditionalCreate = true
* rest[=].resource[=].conditionalUpdate = true

// What the registry shows of the guide, or makes itself without versions.
RuleSet: DefinitionInteractions
* insert Does(SHALL, read, [[R7: read by its id.]])
* insert Does(SHALL, search-type, [[R7: found by the parameter below.]])

RuleSet: SubmittingInteractions(expectation)
* insert Does({expectation}, update, [[R7: created and corrected by PUT with its business identifier, within a transaction.]])
* insert Does(MAY, create, [[R7: created only once by POST with If-None-Exist.]])
* insert Does(MAY, read, [[R7: read back by the id that the registry gave.]])
* insert Does(MAY, search-type, [[R7: what the registry has of the clinic is compared with what the clinic has.]])
