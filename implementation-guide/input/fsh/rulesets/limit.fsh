RuleSet: SubstanceAndRoute
* extension contains
    substance 1..1 and
    route 1..1
* extension[substance] ^short = "racemic-ketamine | esketamine | arketamine"
* extension[substance].value[x] 1..1
* extension[substance].value[x] only code
* extension[substance].valueCode from KetamineSubstanceVS (required)
* extension[route] ^short = "Route of administration"
* extension[route].value[x] 1..1
* extension[route].value[x] only Coding
* extension[route].valueCoding from KetamineRouteVS (required)
