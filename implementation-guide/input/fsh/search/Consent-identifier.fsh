Instance: Consent-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "Consent: identifier"
Description: "An identifier of the consent."
* insert ActiveSearchParameter(Consent, identifier, token)
* name = "ConsentIdentifier"
* description = "An identifier of the consent."
* purpose = "R7: conditional references, conditional updates and conditional creates address a record by its business identifier."
* expression = "Consent.identifier"
