Extension: OversightBody
Id: oversight-body
Title: "Oversight Body"
Description: "The body that oversees a clinic and to which the registry may turn."
Context: Organization
* insert Definition
* ^purpose = "R11"
* extension contains
    name 1..1 and
    identifier 0..1
* extension[name] ^short = "Name of the body"
* extension[name].value[x] 1..1
* extension[name].value[x] only string
* extension[identifier] ^short = "Identifier of the body in a public register"
* extension[identifier].value[x] 1..1
* extension[identifier].value[x] only Identifier
