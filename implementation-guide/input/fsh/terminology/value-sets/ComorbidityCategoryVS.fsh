ValueSet: ComorbidityCategoryVS
Id: comorbidity-category-vs
Title: "Comorbidity Categories"
Description: "How the clinic sees a condition in the light of treatment with ketamine. Whether a condition is a contraindication by the rules of a jurisdiction is for its rule set to say."
* insert Definition
* ^purpose = "R8, S3, S4: what speaks against treatment is told from what was there beside it."
* ComorbidityCategoryCS#comorbidity "Comorbidity"
* ComorbidityCategoryCS#contraindication "Contraindication"
