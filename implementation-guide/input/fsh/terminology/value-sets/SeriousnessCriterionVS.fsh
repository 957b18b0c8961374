ValueSet: SeriousnessCriterionVS
Id: seriousness-criterion-vs
Title: "Seriousness Criteria"
Description: "The criteria of ICH E2A by which an adverse event is serious."
* insert Definition
* ^purpose = "R14: seriousness is stated by the criteria of ICH E2A."
* insert NcitCopyright
* $ncit#C48275 "Results In Death"
* $ncit#C84266 "Is Life Threatening"
* $ncit#C83052 "Requires Inpatient Hospitalization"
* $ncit#C11338 "Results In Persistent Or Significant Disability"
* $ncit#C83117 "Congenital Anomaly or Birth Defect"
* $ncit#C82521 "Other Medically Important Condition"
