CodeSystem: ComorbidityCategoryCS
Id: comorbidity-category-cs
Title: "Comorbidity Categories"
Description: "How the clinic sees a condition in the light of treatment with ketamine. Whether a condition is a contraindication by the rules of a jurisdiction is for its rule set to say."
* insert Definition
* ^purpose = "R8, S3, S4: what speaks against treatment is told from what was there beside it."
* ^caseSensitive = true
* #comorbidity "Comorbidity" "A condition beside the indication."
* #contraindication "Contraindication" "A condition that in the judgement of the clinic speaks against treatment with ketamine."
