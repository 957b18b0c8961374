CodeSystem: DrugScreenResultCS
Id: drug-screen-result-cs
Title: "Drug Screen Results"
Description: "The result of a test for the presence of a substance."
* insert Definition
* ^purpose = "R19: a test that could not be read is told from a negative one."
* ^caseSensitive = true
* insert E2bProperty([[F.r.3.1]])
* #positive "Positive" "The substance or a metabolite is present."
* insert E2bCode(positive, 1)
* #negative "Negative" "Neither is present at the cut-off of the test."
* insert E2bCode(negative, 2)
* #inconclusive "Inconclusive" "The test gave no answer, because of a dilute specimen for example."
* insert E2bCode(inconclusive, 4)
