CodeSystem: MedicationClassCS
Id: medication-class-cs
Title: "Classes of Concomitant Medication"
Description: "Classes of medicines that a patient takes beside ketamine: those that the esketamine REMS monitoring form asks for, and those that change its effect or its risks."
* insert Definition
* ^purpose = "R8, S4: medicines that change the risk of a session, and by which analyses stratify."
* ^caseSensitive = true
* #benzodiazepine "Benzodiazepine" "A benzodiazepine, for whatever reason it is taken."
* #other-hypnotic "Other hypnotic" "A hypnotic or sedative that is no benzodiazepine."
* #opioid "Opioid" "An opioid, for pain or as substitution."
* #psychostimulant "Psychostimulant" "A psychostimulant such as methylphenidate or an amphetamine."
* #monoamine-oxidase-inhibitor "Monoamine oxidase inhibitor" "An antidepressant of this class."
* #ssri "Selective serotonin reuptake inhibitor" "An antidepressant of this class."
* #snri "Serotonin and noradrenaline reuptake inhibitor" "An antidepressant of this class."
* #tricyclic-antidepressant "Tricyclic antidepressant" "An antidepressant of this class."
* #other-antidepressant "Other antidepressant" "An antidepressant of no class that is listed here."
* #lithium "Lithium" "Lithium."
* #mood-stabiliser "Mood stabiliser" "A mood stabiliser other than lithium, such as lamotrigine or valproate."
* #antipsychotic "Antipsychotic" "An antipsychotic, for whatever reason it is taken."
* #gabapentinoid "Gabapentinoid" "Gabapentin or pregabalin."
* #antihypertensive "Antihypertensive" "A medicine that lowers blood pressure."
* #thyroid-hormone "Thyroid hormone" "A thyroid hormone, in substitution or augmentation."
* #other "Other medicine" "A medicine of no class that is listed here; an ATC code beside it says which."
