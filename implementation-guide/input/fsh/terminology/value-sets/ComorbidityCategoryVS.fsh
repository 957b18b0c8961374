ValueSet: ComorbidityCategoryVS
Id: comorbidity-category-vs
Title: "Comorbidity Categories"
Description: "How the clinic sees a condition in the light of treatment with ketamine. Whether a condition is a contraindication by the rules of a jurisdiction is for its rule set to say."
* insert Definition
* ^purpose = "S3: what the clinic itself takes for a contraindication."
* ComorbidityCategoryCS#comorbidity "Comorbidity"
* ComorbidityCategoryCS#contraindication "Contraindication"
