Instance: prescriber-pseudonym
InstanceOf: NamingSystem
Usage: #definition
Title: "Prescriber Pseudonym"
Description: "The pseudonym that links the records of a prescriber within a registry."
* insert DefinitionInstance
* name = "PrescriberPseudonym"
* kind = #identifier
* description = "64 lower-case hexadecimal digits: HMAC-SHA-256 of the number in the professional register under the registry's key, computed at the clinic's edge, so that the number never leaves the clinic."
* uniqueId.type = #uri
* uniqueId.value = $prescriber-pseudonym
* uniqueId.preferred = true
