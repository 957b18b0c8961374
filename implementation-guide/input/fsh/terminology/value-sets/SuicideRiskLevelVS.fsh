ValueSet: SuicideRiskLevelVS
Id: suicide-risk-level-vs
Title: "Suicide Risk Levels"
Description: "The risk of suicide in the judgement of whoever assessed it."
* insert Definition
* ^purpose = "R21: the risk is followed after a response."
* SuicideRiskLevelCS#none "No risk found"
* SuicideRiskLevelCS#low "Low"
* SuicideRiskLevelCS#moderate "Moderate"
* SuicideRiskLevelCS#high "High"
