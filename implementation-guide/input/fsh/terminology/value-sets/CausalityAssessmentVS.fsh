ValueSet: CausalityAssessmentVS
Id: causality-assessment-vs
Title: "Causality Assessments"
Description: "How likely it is, in the judgement of the clinic, that the substance caused the event."
* insert Definition
* ^purpose = "R14: a signal counts events by how likely the substance caused them."
* insert NcitCopyright
* $ncit#C53256 "Not Related"
* $ncit#C53257 "Unlikely Related"
* $ncit#C53258 "Possibly Related"
* $ncit#C53260 "Related"
