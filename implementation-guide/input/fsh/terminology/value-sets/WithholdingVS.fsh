ValueSet: WithholdingVS
Id: withholding-vs
Title: "Withholding"
Description: "Why a figure of a protected answer is not shown."
* insert Definition
* ^purpose = "R10, R14, R20"
* WithholdingCS#protected "Protected"
* WithholdingCS#part-withheld "Part withheld"
