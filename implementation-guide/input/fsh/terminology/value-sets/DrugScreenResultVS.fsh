ValueSet: DrugScreenResultVS
Id: drug-screen-result-vs
Title: "Drug Screen Results"
Description: "The result of a test for the presence of a substance."
* insert Definition
* ^purpose = "R19: a test that could not be read is told from a negative one."
* DrugScreenResultCS#positive "Positive"
* DrugScreenResultCS#negative "Negative"
* DrugScreenResultCS#inconclusive "Inconclusive"
