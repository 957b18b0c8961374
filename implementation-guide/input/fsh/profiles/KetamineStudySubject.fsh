Profile: KetamineStudySubject
Parent: ResearchSubject
Id: ketamine-study-subject
Title: "Ketamine Study Subject"
Description: "A patient of a clinic in a study: since when, how the participation stands, and in which arm. While the arm is concealed it is left out, and sent once it is known."
* insert Definition
* ^purpose = "R9: safety and efficacy data of a trial are those of its subjects' records."
* insert Record
* insert NothingContained
* status MS
* period MS
* study MS
* study only Reference(KetamineStudy)
* insert LiteralReference(study)
* individual MS
* individual only Reference(KetaminePatient)
* insert LiteralReference(individual)
* assignedArm MS
* assignedArm ^short = "Arm that the patient was assigned to, by the arm's name in the study"
* assignedArm obeys krn-std-6
* actualArm MS
* actualArm ^short = "Arm that the patient was in, by the arm's name in the study"
* actualArm obeys krn-std-6
* consent only Reference(KetamineTreatmentConsent)
* consent ^short = "The consent to the treatment that the study gives"
* insert LiteralReference(consent)
