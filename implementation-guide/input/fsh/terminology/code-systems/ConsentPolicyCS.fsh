CodeSystem: ConsentPolicyCS
Id: consent-policy-cs
Title: "Consent Policies"
Description: "The policy under which a consent is given."
* insert Definition
* ^purpose = "R4, R16: a consent says under which policy it was given."
* ^caseSensitive = true
* #ketamine-treatment-consent "Ketamine treatment consent" "Consent to treatment after information about all viable licensed options and a period for reflection, by a patient with capacity."
* #registry-sharing-consent "Registry sharing consent" "Everything is denied except the purposes that the patient permits one by one."
