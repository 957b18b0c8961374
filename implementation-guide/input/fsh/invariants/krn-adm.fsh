Invariant: krn-adm-1
Description: "An administration that was stopped says why"
Severity: #error
Expression: "status = 'stopped' implies extension('https://ketamine-registry.example/fhir/StructureDefinition/stop-reason').exists()"
* requirements = "R24"

Invariant: krn-adm-2
Description: "A dose is more than 0 mg and at most 2000 mg"
Severity: #error
Expression: "value > 0 and value <= 2000"
* requirements = "R23"

Invariant: krn-adm-3
Description: "An administration that is completed or stopped has an end"
Severity: #error
Expression: "(status = 'completed' or status = 'stopped') implies effective.ofType(Period).end.exists()"
* requirements = "R23"

Invariant: krn-adm-4
Description: "An administration begins and ends at a time of day with a time zone"
Severity: #error
Expression: "$this.toString().contains('T')"
* requirements = "R23"

Invariant: krn-adm-5
Description: "A rate is more than 0"
Severity: #error
Expression: "value > 0"
* requirements = "R23"
