ValueSet: IndicatorScopeVS
Id: indicator-scope-vs
Title: "Indicator Scopes"
Description: "Who may ask."
* insert Definition
* ^purpose = "R10, R20: what a network may ask is told from what a registry alone may ask."
* IndicatorScopeCS#own-registry "Own registry"
* IndicatorScopeCS#network "Network"
* IndicatorScopeCS#public "Public"
