ValueSet: PregnancyStatusVS
Id: pregnancy-status-vs
Title: "Pregnancy Statuses"
Description: "Whether a patient is pregnant: codes of the International Patient Summary."
* insert Definition
* ^purpose = "R14, S4: whether a patient is pregnant when ketamine is given."
* insert SnomedCopyright
* $sct#77386006 "Pregnant"
* $sct#60001007 "Not pregnant"
* $sct#146799005 "Possible pregnancy"
