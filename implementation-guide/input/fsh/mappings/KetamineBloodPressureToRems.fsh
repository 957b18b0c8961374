Mapping: KetamineBloodPressureToRems
Source: KetamineBloodPressure
Target: "https://www.spravatorems.com"
Id: esketamine-rems
Title: "Esketamine REMS"
Description: "How the element becomes a field of the patient monitoring form of the esketamine REMS."
* component[SystolicBP].value[x] -> "blood-pressure" "the last of timing `before`, the one of timing `during` nearest to 40 minutes after the beginning, the last of timing `after`"
* component[DiastolicBP].value[x] -> "blood-pressure" "the last of timing `before`, the one of timing `during` nearest to 40 minutes after the beginning, the last of timing `after`"
* extension[sessionTiming] -> "blood-pressure" "the last of timing `before`, the one of timing `during` nearest to 40 minutes after the beginning, the last of timing `after`"
