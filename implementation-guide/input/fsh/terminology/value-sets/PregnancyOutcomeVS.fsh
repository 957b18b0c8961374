ValueSet: PregnancyOutcomeVS
Id: pregnancy-outcome-vs
Title: "Pregnancy Outcomes"
Description: "How a pregnancy ended in which ketamine was given."
* insert Definition
* ^purpose = "R14, S4: exposure in pregnancy is followed to its outcome."
* PregnancyOutcomeCS#live-birth "Live birth"
* PregnancyOutcomeCS#live-birth-with-anomaly "Live birth with an anomaly"
* PregnancyOutcomeCS#stillbirth "Stillbirth"
* PregnancyOutcomeCS#miscarriage "Miscarriage"
* PregnancyOutcomeCS#termination "Termination"
* PregnancyOutcomeCS#ectopic-pregnancy "Ectopic pregnancy"
* PregnancyOutcomeCS#unknown "Unknown"
