Mapping: KetamineMedicationToRems
Source: KetamineMedication
Target: "https://www.spravatorems.com"
Id: esketamine-rems
Title: "Esketamine REMS"
Description: "How the element becomes a field of the patient monitoring form of the esketamine REMS."
* batch.lotNumber -> "lot-number" "as it is, from the contained Medication"
