Mapping: KetamineDissociationScoreToRems
Source: KetamineDissociationScore
Target: "https://www.spravatorems.com"
Id: esketamine-rems
Title: "Esketamine REMS"
Description: "How the element becomes a field of the patient monitoring form of the esketamine REMS."
* value[x] -> "dissociation" "yes where a score of timing `during` or `after` is above 0, or where there is an event of the session with `dissociation`"
