ValueSet: StudyArmTypeVS
Id: study-arm-type-vs
Title: "Study Arm Types"
Description: "What an arm of a study gets."
* insert Definition
* ^purpose = "R9: trials are compared by what their arms get."
* StudyArmTypeCS#ketamine "Ketamine"
* StudyArmTypeCS#active-comparator "Active comparator"
* StudyArmTypeCS#active-placebo "Active placebo"
* StudyArmTypeCS#placebo "Placebo"
* StudyArmTypeCS#no-intervention "No intervention"
* StudyArmTypeCS#other "Other"
