Invariant: krn-std-1
Description: "A study is registered: it has the number of a public register of trials"
Severity: #error
Expression: "identifier.where(system = 'https://clinicaltrials.gov/nctid' or system = 'https://euclinicaltrials.eu/clinicalTrialId' or system = 'https://www.isrctn.com/ISRCTN' or system = 'https://ketamine-registry.example/fhir/sid/trial-registration').exists()"

Invariant: krn-std-2
Description: "A number of ClinicalTrials.gov is NCT and eight digits"
Severity: #error
Expression: "$this.matches('^NCT[0-9]{8}$')"

Invariant: krn-std-3
Description: "An EU CT number is a year, a hyphen, six digits, and two pairs of digits after hyphens"
Severity: #error
Expression: "$this.matches('^20[0-9]{2}-[0-9]{6}-[0-9]{2}-[0-9]{2}$')"

Invariant: krn-std-4
Description: "An ISRCTN is these six letters and eight digits"
Severity: #error
Expression: "$this.matches('^ISRCTN[0-9]{8}$')"

Invariant: krn-std-5
Description: "A main ID of the World Health Organization's search portal is 6 to 40 letters, digits, dots, slashes or hyphens"
Severity: #error
Expression: "$this.matches('^[A-Za-z0-9./-]{6,40}$')"

Invariant: krn-std-6
Description: "An arm is named by a code of 1 to 32 letters, digits, dots, underscores or hyphens"
Severity: #error
Expression: "$this.matches('^[A-Za-z0-9._-]{1,32}$')"

Invariant: krn-std-7
Description: "The site of a study is a clinic that the registry knows"
Severity: #error
Expression: "reference.exists() implies reference.startsWith('Organization')"
