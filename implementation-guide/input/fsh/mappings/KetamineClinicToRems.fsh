Mapping: KetamineClinicToRems
Source: KetamineClinic
Target: "https://www.spravatorems.com"
Id: esketamine-rems
Title: "Esketamine REMS"
Description: "How the element becomes a field of the patient monitoring form of the esketamine REMS."
* name -> "setting" "the clinic; its address is not held"
