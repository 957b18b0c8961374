ValueSet: KetamineSubstanceVS
Id: ketamine-substance-vs
Title: "Ketamine Substances"
Description: "The three substances that the registry never merges: the racemate and its two enantiomers. A dose of one is not a dose of another."
* insert Definition
* ^purpose = "R2, R23: limits and doses are by substance, and a dose never sums over substances."
* KetamineSubstanceCS#racemic-ketamine "Racemic ketamine"
* KetamineSubstanceCS#esketamine "Esketamine"
* KetamineSubstanceCS#arketamine "Arketamine"
