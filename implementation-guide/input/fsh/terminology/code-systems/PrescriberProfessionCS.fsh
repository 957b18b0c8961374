CodeSystem: PrescriberProfessionCS
Id: prescriber-profession-cs
Title: "Prescriber Professions"
Description: "The professions that prescribe ketamine."
* insert Definition
* ^purpose = "R3, R13: who prescribes, by profession and without a name."
* ^caseSensitive = true
* #psychiatrist "Psychiatrist" "A physician who is a specialist in psychiatry or in training for it."
* #anaesthetist "Anaesthetist" "A physician who is a specialist in anaesthesia or in training for it."
* #pain-physician "Pain physician" "A physician who is a specialist in the treatment of pain."
* #general-practitioner "General practitioner" "A physician in general practice or family medicine."
* #other-physician "Other physician" "A physician of no specialty that is listed here."
* #nurse-prescriber "Nurse prescriber" "A nurse who may prescribe."
* #pharmacist-prescriber "Pharmacist prescriber" "A pharmacist who may prescribe."
* #other "Other" "A prescriber of no profession that is listed here."
