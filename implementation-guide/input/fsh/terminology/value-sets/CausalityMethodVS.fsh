ValueSet: CausalityMethodVS
Id: causality-method-vs
Title: "Causality Methods"
Description: "How causality was assessed."
* insert Definition
* $causality-method#ProbabilityScale "Probability Scale"
* $causality-method#Bayesian "Bayesian"
* $causality-method#Checklist "Checklist"
