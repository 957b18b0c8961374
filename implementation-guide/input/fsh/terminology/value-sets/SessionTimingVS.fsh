ValueSet: SessionTimingVS
Id: session-timing-vs
Title: "Session Timings"
Description: "When in a session a measurement was made, relative to the administration."
* insert Definition
* SessionTimingCS#before "Before"
* SessionTimingCS#during "During"
* SessionTimingCS#after "After"
