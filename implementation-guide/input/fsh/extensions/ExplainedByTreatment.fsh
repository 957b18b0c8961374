Extension: ExplainedByTreatment
Id: explained-by-treatment
Title: "Explained by Treatment"
Description: "Whether a positive result is explained by treatment that the clinic knows of: by ketamine that was given or supplied, or by a prescribed benzodiazepine for example."
Context: Observation
* insert Definition
* ^purpose = "R19: only what treatment does not explain points to misuse."
* value[x] 1..1
* value[x] only boolean
