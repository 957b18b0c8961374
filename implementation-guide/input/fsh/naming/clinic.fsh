Instance: clinic
InstanceOf: NamingSystem
Usage: #definition
Title: "Clinic Identifier"
Description: "The identifier that a registry gives a clinic."
* insert DefinitionInstance
* name = "ClinicIdentifier"
* kind = #identifier
* description = "The two-letter country code of ISO 3166-1, a hyphen and four digits, such as GB-0001."
* uniqueId.type = #uri
* uniqueId.value = $clinic
* uniqueId.preferred = true
