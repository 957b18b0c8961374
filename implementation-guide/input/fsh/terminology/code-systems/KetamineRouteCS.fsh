CodeSystem: KetamineRouteCS
Id: ketamine-route-cs
Title: "Ketamine Routes without a SNOMED CT GPS Code"
Description: "Routes of administration for which the SNOMED CT Global Patient Set holds no code."
* insert Definition
* ^purpose = "R2, R23: the route without a verified code can be told apart."
* ^caseSensitive = true
* #sublingual "Sublingual or transmucosal" "Absorbed through the lining of the mouth, by lozenge, film or solution held under the tongue."
