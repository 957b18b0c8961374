Instance: Consent-category
InstanceOf: SearchParameter
Usage: #definition
Title: "Consent: category"
Description: "Whether the consent is about treatment or sharing."
* insert ActiveSearchParameter(Consent, category, token)
* name = "ConsentCategory"
* description = "Whether the consent is about treatment or sharing."
* purpose = "Treatment and sharing are decided apart (R16)."
* expression = "Consent.category"
