Extension: SessionTiming
Id: session-timing
Title: "Session Timing"
Description: "When in the session the measurement was made: before, during or after the administration."
Context: Observation
* insert Definition
* ^purpose = "R8, S3"
* value[x] 1..1
* value[x] only code
* valueCode from SessionTimingVS (required)
