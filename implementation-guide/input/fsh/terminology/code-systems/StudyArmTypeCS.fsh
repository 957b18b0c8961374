CodeSystem: StudyArmTypeCS
Id: study-arm-type-cs
Title: "Study Arm Types"
Description: "What an arm of a study gets."
* insert Definition
* ^purpose = "R9: trials are compared by what their arms get."
* ^caseSensitive = true
* #ketamine "Ketamine" "Racemic ketamine, esketamine or arketamine, in the dose or schedule that is studied."
* #active-comparator "Active comparator" "Another treatment that is known to work."
* #active-placebo "Active placebo" "A substance without the effect under study that can be felt, such as midazolam."
* #placebo "Placebo" "An inert substance."
* #no-intervention "No intervention" "Nothing beyond the usual care."
* #other "Other" "A kind of arm that none of the other codes describes."
