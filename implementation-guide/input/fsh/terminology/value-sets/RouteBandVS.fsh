ValueSet: RouteBandVS
Id: route-band-vs
Title: "Routes of an Indicator"
Description: "The bands of the dimension route."
* insert Definition
* ^purpose = "R18, R20: answers stratify by route."
* insert SnomedCopyright
* $sct#47625008 "Intravenous route"
* $sct#46713006 "Nasal route"
* $sct#26643006 "Oral route"
* $sct#34206005 "Subcutaneous route"
* $sct#78421000 "Intramuscular route"
* $sct#37161004 "Rectal route"
* KetamineRouteCS#sublingual "Sublingual or transmucosal"
* IndicatorBandCS#several "Several"
* IndicatorBandCS#unknown "Unknown"
