Mapping: KetamineSessionToRems
Source: KetamineSession
Target: "https://www.spravatorems.com"
Id: esketamine-rems
Title: "Esketamine REMS"
Description: "How the element becomes a field of the patient monitoring form of the esketamine REMS."
* extension[sessionNumber] -> "first-treatment" "yes where it is 1"
* serviceProvider -> "setting" "the clinic; its address is not held"
* period.end -> "total-time" "less the beginning of the administration"
* extension[fitToLeave] -> "ready-to-leave" "less the beginning of the administration"
