ValueSet: ConsentPolicyVS
Id: consent-policy-vs
Title: "Consent Policies"
Description: "The policy under which a consent is given."
* insert Definition
* ^purpose = "R4, R16: a consent says under which policy it was given."
* ConsentPolicyCS#ketamine-treatment-consent "Ketamine treatment consent"
* ConsentPolicyCS#registry-sharing-consent "Registry sharing consent"
