CodeSystem: PregnancyOutcomeCS
Id: pregnancy-outcome-cs
Title: "Pregnancy Outcomes"
Description: "How a pregnancy ended in which ketamine was given."
* insert Definition
* ^purpose = "R14, S4: exposure in pregnancy is followed to its outcome."
* ^caseSensitive = true
* #live-birth "Live birth" "A child was born alive, without a known anomaly."
* #live-birth-with-anomaly "Live birth with an anomaly" "A child was born alive with a congenital anomaly; an adverse event says which."
* #stillbirth "Stillbirth" "A child was born dead."
* #miscarriage "Miscarriage" "The pregnancy was lost before the child could live."
* #termination "Termination" "The pregnancy was ended."
* #ectopic-pregnancy "Ectopic pregnancy" "The pregnancy was outside the womb."
* #unknown "Unknown" "The outcome could not be learnt."
