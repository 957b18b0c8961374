Extension: ExactFigures
Id: exact-figures
Title: "Exact Figures"
Description: "That the figures of a report are exact. Such a report is for the steward of the registry itself, and does not leave it."
Context: MeasureReport
* insert Definition
* ^purpose = "R14: an unprotected figure is known as one."
* value[x] 1..1
* value[x] only boolean
