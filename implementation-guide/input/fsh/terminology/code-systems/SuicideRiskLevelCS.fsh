CodeSystem: SuicideRiskLevelCS
Id: suicide-risk-level-cs
Title: "Suicide Risk Levels"
Description: "The risk of suicide in the judgement of whoever assessed it."
* insert Definition
* ^purpose = "R21: the risk is followed after a response."
* ^caseSensitive = true
* #none "No risk found" "Neither ideation nor behaviour in the period asked about."
* #low "Low" "Low risk."
* #moderate "Moderate" "Moderate risk."
* #high "High" "High risk."
