CodeSystem: ReportingClassCS
Id: reporting-class-cs
Title: "Classes of Adverse Events by Deadline"
Description: "The classes of adverse events by which deadlines for reports differ."
* insert Definition
* ^purpose = "R14: deadlines of reports follow from the class of an event."
* ^caseSensitive = true
* #fatal-or-life-threatening "Fatal or life-threatening" "The event meets the criterion of death or of danger to life, or its outcome is fatal."
* #serious "Other serious" "The event is serious by another criterion of ICH E2A."
* #non-serious "Non-serious" "The event meets no criterion of seriousness."
