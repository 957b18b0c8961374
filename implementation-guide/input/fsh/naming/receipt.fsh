Instance: receipt
InstanceOf: NamingSystem
Usage: #definition
Title: "Receipt Identifier"
Description: "The identifier that the registry gives a receipt."
* insert DefinitionInstance
* name = "ReceiptIdentifier"
* kind = #identifier
* description = "A UUID that the registry makes: the identifier of a receipt whose submission had no Bundle.identifier, and of the answer to every submission."
* uniqueId.type = #uri
* uniqueId.value = $receipt
* uniqueId.preferred = true
