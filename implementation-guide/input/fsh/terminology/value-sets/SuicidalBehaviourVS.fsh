ValueSet: SuicidalBehaviourVS
Id: suicidal-behaviour-vs
Title: "Suicidal Behaviours"
Description: "The categories of behaviour of the Columbia-Suicide Severity Rating Scale. The definitions are the scale’s; this guide repeats none of its texts."
* insert Definition
* ^purpose = "R21: behaviours are counted by the categories of one scale."
* SuicidalBehaviourCS#none "None"
* SuicidalBehaviourCS#preparatory-acts "Preparatory acts or behaviour"
* SuicidalBehaviourCS#aborted-attempt "Aborted attempt"
* SuicidalBehaviourCS#interrupted-attempt "Interrupted attempt"
* SuicidalBehaviourCS#actual-attempt "Actual attempt"
* SuicidalBehaviourCS#suicide "Suicide"
