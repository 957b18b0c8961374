Extension: TimePoint
Id: time-point
Title: "Time Point"
Description: "The time point at which the assessment was due by the clinic’s plan. It says what was meant and nothing else: how much time has passed is always derived from the time of the assessment and the beginning of the last administration before it."
Context: Observation
* insert Definition
* ^purpose = "R21, S1: an assessment that was due and is missing can be found."
* value[x] 1..1
* value[x] only code
* valueCode from TimePointVS (required)
