Mapping: KetamineAdverseEventToRems
Source: KetamineAdverseEvent
Target: "https://www.spravatorems.com"
Id: esketamine-rems
Title: "Esketamine REMS"
Description: "How the element becomes a field of the patient monitoring form of the esketamine REMS."
* event.coding[known] -> "respiratory-depression" "yes where there is an event of the session with `respiratory-depression`"
* seriousness -> "serious-adverse-event" "yes where an event of the session is serious"
* encounter -> "serious-adverse-event" "yes where an event of the session is serious"
