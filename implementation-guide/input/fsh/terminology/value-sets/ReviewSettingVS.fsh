ValueSet: ReviewSettingVS
Id: review-setting-vs
Title: "Review Settings"
Description: "Where a prescriber reviews a course."
* insert Definition
* ^purpose = "R3: whether a review was in person or from afar."
* $act-code#AMB "ambulatory"
* $act-code#IMP "inpatient encounter"
* $act-code#SS "short stay"
* $act-code#HH "home health"
* $act-code#VR "virtual"
