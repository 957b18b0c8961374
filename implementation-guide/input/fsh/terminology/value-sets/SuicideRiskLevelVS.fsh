ValueSet: SuicideRiskLevelVS
Id: suicide-risk-level-vs
Title: "Suicide Risk Levels"
Description: "The risk of suicide in the judgement of whoever assessed it."
* insert Definition
* SuicideRiskLevelCS#none "No risk found"
* SuicideRiskLevelCS#low "Low"
* SuicideRiskLevelCS#moderate "Moderate"
* SuicideRiskLevelCS#high "High"
