CodeSystem: CaseReportReasonCS
Id: case-report-reason-cs
Title: "Case Report Reasons"
Description: "Why a single case is reported."
* insert Definition
* ^purpose = "R9: single cases are found by why they were reported."
* ^caseSensitive = true
* #unexpected-benefit "Unexpected benefit" "The effect was stronger, faster or more lasting than expected, or came where others had failed."
* #unexpected-harm "Unexpected harm" "A harm that was not expected of the substance, the dose or the route."
* #new-use "New use" "An indication, substance, route, dose or schedule of which little is known."
* #long-term-course "Long-term course" "Treatment or follow-up over more than a year."
* #dependence "Dependence or misuse" "Craving, misuse, dependence or diversion, or how they were prevented."
* #interaction "Interaction" "What happened together with another medicine or illness."
* #discontinuation "Discontinuation" "What happened when treatment ended, such as a rapid relapse."
* #other "Other reason" "A reason that none of the other codes describes."
