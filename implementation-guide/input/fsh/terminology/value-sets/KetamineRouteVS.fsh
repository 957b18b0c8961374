ValueSet: KetamineRouteVS
Id: ketamine-route-vs
Title: "Ketamine Routes"
Description: "The routes by which ketamine is given for depression."
* insert Definition
* ^purpose = "R2, R18, R23: limits and doses are by route, and a dose never sums over routes."
* insert SnomedCopyright
* $sct#47625008 "Intravenous route"
* $sct#46713006 "Nasal route"
* $sct#26643006 "Oral route"
* $sct#34206005 "Subcutaneous route"
* $sct#78421000 "Intramuscular route"
* $sct#37161004 "Rectal route"
* KetamineRouteCS#sublingual "Sublingual or transmucosal"
