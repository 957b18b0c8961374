CodeSystem: ComorbidityCategoryCS
Id: comorbidity-category-cs
Title: "Comorbidity Categories"
Description: "How the clinic sees a condition in the light of treatment with ketamine. Whether a condition is a contraindication by the rules of a jurisdiction is for its rule set to say."
* insert Definition
* ^purpose = "S3: what the clinic itself takes for a contraindication."
* ^caseSensitive = true
* #comorbidity "Comorbidity" "A condition beside the indication."
* #contraindication "Contraindication" "A condition that in the judgement of the clinic speaks against treatment with ketamine."
