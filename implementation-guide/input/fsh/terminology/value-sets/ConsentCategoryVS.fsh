ValueSet: ConsentCategoryVS
Id: consent-category-vs
Title: "Consent Categories"
Description: "What a consent is about: the treatment, or the sharing of its record."
* insert Definition
* ^purpose = "R4, R16: treatment and sharing are decided apart."
* ConsentCategoryCS#ketamine-treatment "Ketamine treatment"
* ConsentCategoryCS#registry-sharing "Registry sharing"
