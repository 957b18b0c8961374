CodeSystem: KetamineSubstanceCS
Id: ketamine-substance-cs
Title: "Ketamine Substances"
Description: "The three substances that the registry never merges: the racemate and its two enantiomers. A dose of one is not a dose of another."
* insert Definition
* ^purpose = "R2, R23: no international system tells the three substances apart."
* ^caseSensitive = true
* #racemic-ketamine "Racemic ketamine" "The racemate of esketamine and arketamine; what is sold as ketamine."
* #esketamine "Esketamine" "The S enantiomer."
* #arketamine "Arketamine" "The R enantiomer."
