CodeSystem: KetamineRouteCS
Id: ketamine-route-cs
Title: "Ketamine Routes without a SNOMED CT GPS Code"
Description: "Routes of administration for which the SNOMED CT Global Patient Set holds no code."
* insert Definition
* ^caseSensitive = true
* #sublingual "Sublingual or transmucosal" "Absorbed through the lining of the mouth, by lozenge, film or solution held under the tongue."
