Instance: Consent-category
InstanceOf: SearchParameter
Usage: #definition
Title: "Consent: category"
Description: "Whether the consent is about treatment or sharing."
* insert ActiveSearchParameter(Consent, category, token)
* name = "ConsentCategory"
* description = "Whether the consent is about treatment or sharing."
* purpose = "R16: treatment and sharing are decided apart."
* expression = "Consent.category"
