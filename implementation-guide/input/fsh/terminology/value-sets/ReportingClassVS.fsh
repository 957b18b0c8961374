ValueSet: ReportingClassVS
Id: reporting-class-vs
Title: "Classes of Adverse Events by Deadline"
Description: "The classes of adverse events by which deadlines for reports differ."
* insert Definition
* ^purpose = "R14: each class of event has its own deadline."
* ReportingClassCS#fatal-or-life-threatening "Fatal or life-threatening"
* ReportingClassCS#serious "Other serious"
* ReportingClassCS#non-serious "Non-serious"
