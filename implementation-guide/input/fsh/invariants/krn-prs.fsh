Invariant: krn-prs-1
Description: "A rule about the dose has at least one dose limit"
Severity: #error
Expression: "code.coding.where(code = 'dose-above-limit').exists() implies extension('https://ketamine-registry.example/fhir/StructureDefinition/dose-limit').exists()"
* requirements = "R1, R23"

Invariant: krn-prs-2
Description: "A rule about an interval has its limit"
Severity: #error
Expression: "code.coding.where(code = 'reflection-interval-short' or code = 'session-interval-short' or code = 'stay-short').exists() implies extension('https://ketamine-registry.example/fhir/StructureDefinition/interval-limit').exists()"
* requirements = "R1, R15, R18"

Invariant: krn-prs-3
Description: "A rule about supplies to take home has at least one quantity limit"
Severity: #error
Expression: "code.coding.where(code = 'take-home-above-limit').exists() implies extension('https://ketamine-registry.example/fhir/StructureDefinition/quantity-limit').exists()"
* requirements = "R1, R2"

Invariant: krn-prs-4
Description: "A rule about monitoring names at least one required measurement"
Severity: #error
Expression: "code.coding.where(code = 'monitoring-incomplete').exists() implies extension('https://ketamine-registry.example/fhir/StructureDefinition/required-measurement').exists()"
* requirements = "R1, R8"

Invariant: krn-prs-5
Description: "A limit is more than 0"
Severity: #error
Expression: "value > 0"
* requirements = "R1"

Invariant: krn-prs-6
Description: "A jurisdiction is coded in ISO 3166, or is the demonstration jurisdiction of this guide"
Severity: #error
Expression: "$this = 'urn:iso:std:iso:3166' or $this = 'https://ketamine-registry.example/fhir/CodeSystem/demonstration-jurisdiction-cs'"
* requirements = "R1"

Invariant: krn-prs-7
Description: "A time that is given in days is a number of whole days"
Severity: #error
Expression: "value mod 1 = 0"

Invariant: krn-prs-8
Description: "A fall is more than 0 and at most 100 per cent"
Severity: #error
Expression: "value > 0 and value <= 100"

Invariant: krn-prs-9
Description: "A rule about what is due, and no other, has its longest interval"
Severity: #error
Expression: "code.coding.where(code = 'review-overdue' or code = 'session-reported-late' or code = 'suicidality-follow-up-overdue' or code = 'course-long').exists() = extension('https://ketamine-registry.example/fhir/StructureDefinition/longest-interval').exists()"

Invariant: krn-prs-10
Description: "A rule about the current information sheet, and no other, names at least one"
Severity: #error
Expression: "code.coding.where(code = 'information-sheet-outdated').exists() = extension('https://ketamine-registry.example/fhir/StructureDefinition/current-information-sheet').exists()"

Invariant: krn-prs-11
Description: "A rule about contraindications, and no other, names at least one"
Severity: #error
Expression: "code.coding.where(code = 'contraindication-present').exists() = extension('https://ketamine-registry.example/fhir/StructureDefinition/contraindication').exists()"

Invariant: krn-prs-12
Description: "A rule about the reports of adverse events, and no other, has deadlines, and at least those for fatal or life-threatening and for other serious events"
Severity: #error
Expression: "code.coding.where(code = 'event-reported-late').exists() = extension('https://ketamine-registry.example/fhir/StructureDefinition/reporting-deadline').exists() and (code.coding.where(code = 'event-reported-late').exists() implies (extension('https://ketamine-registry.example/fhir/StructureDefinition/reporting-deadline').extension.where(url = 'class' and value = 'fatal-or-life-threatening').exists() and extension('https://ketamine-registry.example/fhir/StructureDefinition/reporting-deadline').extension.where(url = 'class' and value = 'serious').exists()))"

Invariant: krn-prs-13
Description: "A rule about what follows a response, and no other, says by at least one instrument what a response is"
Severity: #error
Expression: "code.coding.where(code = 'suicidality-follow-up-overdue').exists() = extension('https://ketamine-registry.example/fhir/StructureDefinition/response-threshold').exists()"

Invariant: krn-prs-14
Description: "A rule about the frequency of doses, and no other, has at least one frequency limit"
Severity: #error
Expression: "code.coding.where(code = 'dosing-frequency-high').exists() = extension('https://ketamine-registry.example/fhir/StructureDefinition/frequency-limit').exists()"

Invariant: krn-prs-15
Description: "A rule about the rise of the dose, and no other, has at least one limit of it"
Severity: #error
Expression: "code.coding.where(code = 'dose-escalating').exists() = extension('https://ketamine-registry.example/fhir/StructureDefinition/dose-rise-limit').exists()"

Invariant: krn-prs-16
Description: "A rule about long-term follow-up, and no other, names at least one"
Severity: #error
Expression: "code.coding.where(code = 'follow-up-missing').exists() = extension('https://ketamine-registry.example/fhir/StructureDefinition/follow-up').exists()"

Invariant: krn-prs-17
Description: "A rule stands once in a rule set"
Severity: #error
Expression: "action.code.coding.code.isDistinct()"
