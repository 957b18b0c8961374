Instance: Consent-status
InstanceOf: SearchParameter
Usage: #definition
Title: "Consent: status"
Description: "The status of the consent."
* insert ActiveSearchParameter(Consent, status, token)
* name = "ConsentStatus"
* description = "The status of the consent."
* purpose = "R16: withdrawn consents are told from those in force."
* expression = "Consent.status"
