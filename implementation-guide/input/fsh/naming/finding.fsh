Instance: finding
InstanceOf: NamingSystem
Usage: #definition
Title: "Finding Identifier"
Description: "The identifier that the registry gives a finding of a practice rule."
* insert DefinitionInstance
* name = "FindingIdentifier"
* kind = #identifier
* description = "A UUID that the registry makes. A finding keeps it for as long as it stands and after it was cancelled, and it is the finding's logical id too."
* uniqueId.type = #uri
* uniqueId.value = $finding
* uniqueId.preferred = true
