CodeSystem: IndicatorScopeCS
Id: indicator-scope-cs
Title: "Indicator Scopes"
Description: "How far a question may come from. Each scope includes the ones before it."
* insert Definition
* ^purpose = "R10, R20: what a network may ask is told from what a registry alone may ask."
* ^caseSensitive = true
* #own-registry "Own registry" "The stewards of a registry ask of their own registry. They see exact figures."
* #network "Network" "Registries of the network ask one another too. They get protected answers."
* #public "Public" "Everybody asks too, on the public page. The answers are protected."
