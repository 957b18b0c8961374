ValueSet: SeriousnessCriterionVS
Id: seriousness-criterion-vs
Title: "Seriousness Criteria"
Description: "The criteria of ICH E2A by which an adverse event is serious."
* insert Definition
* insert NcitCopyright
* $ncit#C48275 "Death"
* $ncit#C84266 "Life threatening"
* $ncit#C83052 "Hospitalisation or its prolongation"
* $ncit#C11338 "Persistent or significant disability"
* $ncit#C83117 "Congenital anomaly or birth defect"
* $ncit#C82521 "Other medically important condition"
