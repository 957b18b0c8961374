Extension: CourseEndReason
Id: course-end-reason
Title: "Course End Reason"
Description: "Why a course ended."
Context: EpisodeOfCare
* insert Definition
* ^purpose = "R7, R21, S1"
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from CourseEndReasonVS (required)
* insert NoFreeTextInConcept(valueCodeableConcept)
