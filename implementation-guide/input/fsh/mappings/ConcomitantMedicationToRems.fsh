Mapping: ConcomitantMedicationToRems
Source: ConcomitantMedication
Target: "https://www.spravatorems.com"
Id: esketamine-rems
Title: "Esketamine REMS"
Description: "How the element becomes a field of the patient monitoring form of the esketamine REMS."
* medication[x].coding[class] -> "concomitant-medication" "classes benzodiazepine, other-hypnotic, opioid, psychostimulant and monoamine-oxidase-inhibitor: yes where a statement of the class is active at the time of the session, no where it is not-taken; without a statement it is not known"
* status -> "concomitant-medication" "classes benzodiazepine, other-hypnotic, opioid, psychostimulant and monoamine-oxidase-inhibitor: yes where a statement of the class is active at the time of the session, no where it is not-taken; without a statement it is not known"
