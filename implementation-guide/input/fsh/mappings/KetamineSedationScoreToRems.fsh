Mapping: KetamineSedationScoreToRems
Source: KetamineSedationScore
Target: "https://www.spravatorems.com"
Id: esketamine-rems
Title: "Esketamine REMS"
Description: "How the element becomes a field of the patient monitoring form of the esketamine REMS."
* value[x] -> "sedation" "yes where a score is below 5, or where there is an event of the session with `17971005`"
