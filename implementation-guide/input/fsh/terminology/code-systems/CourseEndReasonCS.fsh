CodeSystem: CourseEndReasonCS
Id: course-end-reason-cs
Title: "Reasons for the End of a Course"
Description: "Why a course of ketamine ended."
* insert Definition
* ^purpose = "R7, R18: why a course ended tells success from harm."
* ^caseSensitive = true
* #goal-reached "Goal reached" "The intended effect was reached, and no further session is planned."
* #insufficient-effect "Insufficient effect" "The effect was too small or did not last."
* #adverse-effect "Adverse effect" "Adverse effects made the course end; an adverse event says which."
* #misuse "Misuse or diversion" "Craving, misuse or diversion made the course end."
* #contraindication "New contraindication" "A condition came up that speaks against ketamine."
* #pregnancy "Pregnancy" "The patient is pregnant or plans to be."
* #patient-decision "Decision of the patient" "The patient did not wish to go on."
* #cost "Cost" "The patient or the payer did not go on paying."
* #moved "Moved to another clinic" "The treatment goes on elsewhere."
* #lost-to-follow-up "Lost to follow-up" "The patient did not come back, and the reason is not known."
* #death "Death" "The patient died, of whatever cause."
* #other "Other reason" "A reason that none of the other codes describes."
