Extension: GuideVersion
Id: guide-version
Title: "Guide Version"
Description: "A version of this guide that a member of the network works by. A member that works by another version than the asker is not asked."
Context: Endpoint
* insert Definition
* ^purpose = "R10, R20: old and new versions of a question do not meet in one answer."
* value[x] 1..1
* value[x] only string
