CodeSystem: SuicidalBehaviourCS
Id: suicidal-behaviour-cs
Title: "Suicidal Behaviours"
Description: "The categories of behaviour of the Columbia-Suicide Severity Rating Scale. The definitions are the scale’s; this guide repeats none of its texts."
* insert Definition
* ^purpose = "R21: behaviours are counted by the categories of one scale."
* ^caseSensitive = true
* #none "None" "The scale was asked, and none of the behaviours occurred."
* #preparatory-acts "Preparatory acts or behaviour" "As the scale defines it."
* #aborted-attempt "Aborted attempt" "As the scale defines it."
* #interrupted-attempt "Interrupted attempt" "As the scale defines it."
* #actual-attempt "Actual attempt" "As the scale defines it."
* #suicide "Suicide" "Death by suicide."
