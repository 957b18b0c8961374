CodeSystem: SessionTimingCS
Id: session-timing-cs
Title: "Session Timings"
Description: "When in a session a measurement was made, relative to the administration."
* insert Definition
* ^purpose = "R8, S3: measurements are before, during and after the administration."
* ^caseSensitive = true
* #before "Before" "Before the administration began."
* #during "During" "From the beginning to the end of the administration, or at its expected peak effect: about 40 minutes after the beginning, for an infusion of 40 minutes as for the nasal spray."
* #after "After" "After the administration and its peak effect; the last of these is the one before the patient leaves."
