Extension: ReportingDeadline
Id: reporting-deadline
Title: "Reporting Deadline"
Description: "Within how many days of the clinic's awareness an adverse event of a class must reach the registry. Days are counted by the calendar, the day of awareness is day 0, and what counts is the receipt by the registry."
Context: PlanDefinition.action
* insert Definition
* insert UcumCopyright
* ^purpose = "R1, R14"
* extension contains
    class 1..1 and
    within 1..1
* extension[class] ^short = "fatal-or-life-threatening | serious | non-serious"
* extension[class].value[x] 1..1
* extension[class].value[x] only code
* extension[class].valueCode from ReportingClassVS (required)
* extension[within] ^short = "Days from awareness to receipt"
* extension[within].value[x] 1..1
* extension[within].value[x] only Duration
* extension[within].value[x] obeys krn-prs-5 and krn-prs-7
* insert QuantityIn(extension[within].valueDuration, #d)
