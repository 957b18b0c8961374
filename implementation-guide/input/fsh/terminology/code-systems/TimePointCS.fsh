CodeSystem: TimePointCS
Id: time-point-cs
Title: "Time Points"
Description: "The time points of follow-up, each with the days that pass from the beginning of the last administration before it."
* insert Definition
* ^purpose = "R21, S1: an assessment that was due and is missing is found."
* ^caseSensitive = true
* ^property[+].code = #days
* ^property[=].description = "Days from the beginning of the last administration before the time point"
* ^property[=].type = #integer
* #baseline "Baseline" "Before the first administration of the course."
* #24-hours "24 hours" "A day after an administration."
* #24-hours ^property[+].code = #days
* #24-hours ^property[=].valueInteger = 1
* #3-days "3 days" "Three days after an administration."
* #3-days ^property[+].code = #days
* #3-days ^property[=].valueInteger = 3
* #7-days "7 days" "Seven days after an administration."
* #7-days ^property[+].code = #days
* #7-days ^property[=].valueInteger = 7
* #14-days "14 days" "Fourteen days after an administration."
* #14-days ^property[+].code = #days
* #14-days ^property[=].valueInteger = 14
* #28-days "28 days" "Twenty-eight days after an administration."
* #28-days ^property[+].code = #days
* #28-days ^property[=].valueInteger = 28
* #3-months "3 months" "Three months after the last administration of the course."
* #3-months ^property[+].code = #days
* #3-months ^property[=].valueInteger = 91
* #6-months "6 months" "Six months after the last administration of the course."
* #6-months ^property[+].code = #days
* #6-months ^property[=].valueInteger = 182
* #12-months "12 months" "Twelve months after the last administration of the course."
* #12-months ^property[+].code = #days
* #12-months ^property[=].valueInteger = 365
* #24-months "24 months" "Twenty-four months after the last administration of the course."
* #24-months ^property[+].code = #days
* #24-months ^property[=].valueInteger = 730
