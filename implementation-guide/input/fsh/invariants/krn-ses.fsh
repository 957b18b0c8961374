Invariant: krn-ses-1
Description: "A finished session has an end"
Severity: #error
Expression: "(status = 'finished' and period.exists()) implies period.end.exists()"
* requirements = "R8"

Invariant: krn-ses-2
Description: "A session begins and ends at a time of day with a time zone"
Severity: #error
Expression: "$this.toString().contains('T')"
* requirements = "R8"
