ValueSet: CausalityMethodVS
Id: causality-method-vs
Title: "Causality Methods"
Description: "How causality was assessed."
* insert Definition
* ^purpose = "R14: an assessment is worth as much as its method."
* $causality-method#ProbabilityScale "Probability Scale"
* $causality-method#Bayesian "Bayesian"
* $causality-method#Checklist "Checklist"
