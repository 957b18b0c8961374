CodeSystem: IndicatorBandCS
Id: indicator-band-cs
Title: "Bands of Any Dimension"
Description: "What a band is where a dimension gives none."
* insert Definition
* ^purpose = "R20: what no band takes is counted and not lost."
* ^caseSensitive = true
* #several "Several" "More than one substance or route, which are never added up."
* #not-listed "Not listed" "An event whose term is none of the value set of ketamine adverse effects, such as one that is coded in MedDRA alone."
* #unknown "Unknown" "What would tell the band is not in the record."
