Mapping: KetamineMedicationAdministrationToRems
Source: KetamineMedicationAdministration
Target: "https://www.spravatorems.com"
Id: esketamine-rems
Title: "Esketamine REMS"
Description: "How the element becomes a field of the patient monitoring form of the esketamine REMS."
* effective[x].start -> "treatment-date" "its date"
* dosage.dose -> "dose" "as it is"
