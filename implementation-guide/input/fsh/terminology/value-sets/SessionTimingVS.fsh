ValueSet: SessionTimingVS
Id: session-timing-vs
Title: "Session Timings"
Description: "When in a session a measurement was made, relative to the administration."
* insert Definition
* ^purpose = "R8, S3: measurements are before, during and after the administration."
* SessionTimingCS#before "Before"
* SessionTimingCS#during "During"
* SessionTimingCS#after "After"
