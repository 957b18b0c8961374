Instance: registry-pseudonym
InstanceOf: NamingSystem
Usage: #definition
Title: "Registry Pseudonym"
Description: "The pseudonym that links the records of a person within a registry."
* insert DefinitionInstance
* name = "RegistryPseudonym"
* kind = #identifier
* description = "64 lower-case hexadecimal digits: HMAC-SHA-256 of the national identifier under the registry's key, computed at the clinic's edge, so that the national identifier never leaves the clinic."
* uniqueId.type = #uri
* uniqueId.value = $registry-pseudonym
* uniqueId.preferred = true
