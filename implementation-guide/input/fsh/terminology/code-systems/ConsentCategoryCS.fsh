CodeSystem: ConsentCategoryCS
Id: consent-category-cs
Title: "Consent Categories"
Description: "What a consent is about: the treatment, or the sharing of its record."
* insert Definition
* ^purpose = "R4, R16: treatment and sharing are decided apart."
* ^caseSensitive = true
* #ketamine-treatment "Ketamine treatment" "Consent to treatment with ketamine."
* #registry-sharing "Registry sharing" "Consent to the uses of the record in the registry and beyond it."
