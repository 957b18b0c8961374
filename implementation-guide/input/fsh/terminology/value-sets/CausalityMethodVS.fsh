ValueSet: CausalityMethodVS
Id: causality-method-vs
Title: "Causality Methods"
Description: "How causality was assessed: a method by name, or HL7’s kind of method."
* insert Definition
* ^purpose = "R14: an assessment is worth as much as its method."
* $causality-method#ProbabilityScale "Probability Scale"
* $causality-method#Bayesian "Bayesian"
* $causality-method#Checklist "Checklist"
* CausalityMethodCS#clinical-judgement "Clinical judgement"
* CausalityMethodCS#who-umc "WHO-UMC system"
* CausalityMethodCS#naranjo "Naranjo scale"
