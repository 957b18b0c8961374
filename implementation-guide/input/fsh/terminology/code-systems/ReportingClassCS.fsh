CodeSystem: ReportingClassCS
Id: reporting-class-cs
Title: "Classes of Adverse Events by Deadline"
Description: "The classes of adverse events by which deadlines for reports differ."
* insert Definition
* ^purpose = "R14: each class of event has its own deadline."
* ^caseSensitive = true
* #fatal-or-life-threatening "Fatal or life-threatening" "The event meets the criterion of death or of danger to life, or its outcome is fatal."
* #serious "Other serious" "The event is serious by another criterion of ICH E2A."
* #non-serious "Non-serious" "The event meets no criterion of seriousness."
