Mapping: KetamineOxygenSaturationToRems
Source: KetamineOxygenSaturation
Target: "https://www.spravatorems.com"
Id: esketamine-rems
Title: "Esketamine REMS"
Description: "How the element becomes a field of the patient monitoring form of the esketamine REMS."
* value[x] -> "oxygen-saturation" "as it is"
* extension[sessionTiming] -> "oxygen-saturation" "as it is"
