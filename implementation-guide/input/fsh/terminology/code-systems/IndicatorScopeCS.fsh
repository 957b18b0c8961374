CodeSystem: IndicatorScopeCS
Id: indicator-scope-cs
Title: "Indicator Scopes"
Description: "Who may ask."
* insert Definition
* ^purpose = "R10, R20: what a network may ask is told from what a registry alone may ask."
* ^caseSensitive = true
* #own-registry "Own registry" "The stewards of a registry, of their own registry. They see exact figures."
* #network "Network" "A registry of the network, of the others. It gets protected answers."
* #public "Public" "Everybody, on the public page. The answers are protected."
