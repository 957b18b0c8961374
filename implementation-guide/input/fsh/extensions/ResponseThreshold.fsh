Extension: ResponseThreshold
Id: response-threshold
Title: "Response Threshold"
Description: "The fall of an instrument's score from its baseline that counts as a response. The baseline is the last score of the same instrument within 7 days before the first dose of the course. A score counts when its recall period is not longer than the time since that dose. An instrument without a threshold is not judged."
Context: PlanDefinition.action
* insert Definition
* insert UcumCopyright
* ^purpose = "R1, R21"
* extension contains
    instrument 1..1 and
    fall 1..1
* extension[instrument] ^short = "Code of the score"
* extension[instrument].value[x] 1..1
* extension[instrument].value[x] only Coding
* extension[instrument].valueCoding from DepressionInstrumentVS (required)
* extension[fall] ^short = "Least fall, in per cent of the baseline"
* extension[fall].value[x] 1..1
* extension[fall].value[x] only Quantity
* extension[fall].value[x] obeys krn-prs-8
* insert QuantityIn(extension[fall].valueQuantity, #%)
