ValueSet: DrugScreenResultVS
Id: drug-screen-result-vs
Title: "Drug Screen Results"
Description: "The result of a test for the presence of a substance."
* insert Definition
* DrugScreenResultCS#positive "Positive"
* DrugScreenResultCS#negative "Negative"
* DrugScreenResultCS#inconclusive "Inconclusive"
