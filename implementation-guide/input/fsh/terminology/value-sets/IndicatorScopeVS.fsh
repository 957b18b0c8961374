ValueSet: IndicatorScopeVS
Id: indicator-scope-vs
Title: "Indicator Scopes"
Description: "Who may ask."
* insert Definition
* IndicatorScopeCS#own-registry "Own registry"
* IndicatorScopeCS#network "Network"
* IndicatorScopeCS#public "Public"
