ValueSet: SubstanceBandVS
Id: substance-band-vs
Title: "Substances of an Indicator"
Description: "The bands of the dimension substance."
* insert Definition
* ^purpose = "R20, R23: answers stratify by substance and never merge two."
* KetamineSubstanceCS#racemic-ketamine "Racemic ketamine"
* KetamineSubstanceCS#esketamine "Esketamine"
* KetamineSubstanceCS#arketamine "Arketamine"
* IndicatorBandCS#several "Several"
* IndicatorBandCS#unknown "Unknown"
