Mapping: KetaminePatientToRems
Source: KetaminePatient
Target: "https://www.spravatorems.com"
Id: esketamine-rems
Title: "Esketamine REMS"
Description: "How the element becomes a field of the patient monitoring form of the esketamine REMS."
* gender -> "patient-sex" "as it is"
