ValueSet: PrescriberProfessionVS
Id: prescriber-profession-vs
Title: "Prescriber Professions"
Description: "The professions that prescribe ketamine."
* insert Definition
* ^purpose = "R3, R13: who prescribes, by profession and without a name."
* PrescriberProfessionCS#psychiatrist "Psychiatrist"
* PrescriberProfessionCS#anaesthetist "Anaesthetist"
* PrescriberProfessionCS#pain-physician "Pain physician"
* PrescriberProfessionCS#general-practitioner "General practitioner"
* PrescriberProfessionCS#other-physician "Other physician"
* PrescriberProfessionCS#nurse-prescriber "Nurse prescriber"
* PrescriberProfessionCS#pharmacist-prescriber "Pharmacist prescriber"
* PrescriberProfessionCS#other "Other"
