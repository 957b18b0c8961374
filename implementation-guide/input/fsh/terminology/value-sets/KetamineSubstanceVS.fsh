ValueSet: KetamineSubstanceVS
Id: ketamine-substance-vs
Title: "Ketamine Substances"
Description: "The three substances that the registry never merges: the racemate and its two enantiomers. A dose of one is not a dose of another."
* insert Definition
* KetamineSubstanceCS#racemic-ketamine "Racemic ketamine"
* KetamineSubstanceCS#esketamine "Esketamine"
* KetamineSubstanceCS#arketamine "Arketamine"
