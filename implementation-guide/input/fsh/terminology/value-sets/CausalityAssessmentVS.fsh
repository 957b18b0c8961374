ValueSet: CausalityAssessmentVS
Id: causality-assessment-vs
Title: "Causality Assessments"
Description: "How likely it is, in the judgement of the clinic, that the substance caused the event."
* insert Definition
* insert NcitCopyright
* $ncit#C53256 "Not related"
* $ncit#C53257 "Unlikely related"
* $ncit#C53258 "Possibly related"
* $ncit#C53260 "Related"
