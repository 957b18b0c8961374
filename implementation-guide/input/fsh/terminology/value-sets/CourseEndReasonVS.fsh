ValueSet: CourseEndReasonVS
Id: course-end-reason-vs
Title: "Reasons for the End of a Course"
Description: "Why a course of ketamine ended."
* insert Definition
* ^purpose = "R7, R18: why a course ended tells success from harm."
* CourseEndReasonCS#goal-reached "Goal reached"
* CourseEndReasonCS#insufficient-effect "Insufficient effect"
* CourseEndReasonCS#adverse-effect "Adverse effect"
* CourseEndReasonCS#misuse "Misuse or diversion"
* CourseEndReasonCS#contraindication "New contraindication"
* CourseEndReasonCS#pregnancy "Pregnancy"
* CourseEndReasonCS#patient-decision "Decision of the patient"
* CourseEndReasonCS#cost "Cost"
* CourseEndReasonCS#moved "Moved to another clinic"
* CourseEndReasonCS#lost-to-follow-up "Lost to follow-up"
* CourseEndReasonCS#death "Death"
* CourseEndReasonCS#other "Other reason"
