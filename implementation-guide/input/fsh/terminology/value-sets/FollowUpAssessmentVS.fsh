ValueSet: FollowUpAssessmentVS
Id: follow-up-assessment-vs
Title: "Follow-up Assessments"
Description: "The assessments that a jurisdiction can ask for after the last dose of a course (R19, S1)."
* insert Definition
* ^purpose = "S1: what counts as a long-term assessment."
* insert LoincCopyright
* InstrumentCS#madrs-total "MADRS total"
* InstrumentCS#qids-sr16-total "QIDS-SR16 total"
* InstrumentCS#ham-d17-total "HAM-D17 total"
* $loinc#44261-6 "Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]"
* $loinc#93374-7
* InstrumentCS#icsi-total "ICSI total"
* InstrumentCS#icpi-total "ICPI total"
* InstrumentCS#craving-rating "Craving rating"
* SafetyObservationCS#misuse-assessment "Misuse assessment"
* $loinc#72172-0 "Total score [MoCA]"
* InstrumentCS#dsst-correct "DSST correct symbols"
* $loinc#1742-6 "Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma"
