ValueSet: SessionSettingVS
Id: session-setting-vs
Title: "Session Settings"
Description: "Where a session takes place."
* insert Definition
* ^purpose = "R18: observed treatment depends on where it is given."
* $act-code#AMB "ambulatory"
* $act-code#SS "short stay"
* $act-code#IMP "inpatient encounter"
* $act-code#HH "home health"
