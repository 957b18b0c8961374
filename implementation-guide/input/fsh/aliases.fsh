// Aliases of the guide's own identifier systems and code systems stand here and nowhere else; they begin with the
// canonical of sushi-config.yaml, which compile.mjs checks.
Alias: $registry-pseudonym = https://ketamine-registry.example/fhir/sid/registry-pseudonym
Alias: $clinic-pseudonym = https://ketamine-registry.example/fhir/sid/clinic-pseudonym
Alias: $clinic = https://ketamine-registry.example/fhir/sid/clinic
Alias: $receipt = https://ketamine-registry.example/fhir/sid/receipt
Alias: $finding = https://ketamine-registry.example/fhir/sid/finding
Alias: $trial-registration = https://ketamine-registry.example/fhir/sid/trial-registration
Alias: $ketamine-substance = https://ketamine-registry.example/fhir/CodeSystem/ketamine-substance-cs

Alias: $sct = http://snomed.info/sct
Alias: $loinc = http://loinc.org
Alias: $ucum = http://unitsofmeasure.org
Alias: $ncit = http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl
Alias: $atc = http://www.whocc.no/atc
Alias: $meddra = https://www.meddra.org
Alias: $iso3166 = urn:iso:std:iso:3166
Alias: $act-code = http://terminology.hl7.org/CodeSystem/v3-ActCode
Alias: $seriousness = http://terminology.hl7.org/CodeSystem/adverse-event-seriousness
Alias: $outcome = http://terminology.hl7.org/CodeSystem/adverse-event-outcome
Alias: $severity = http://terminology.hl7.org/CodeSystem/adverse-event-severity
Alias: $causality-method = http://terminology.hl7.org/CodeSystem/adverse-event-causality-method
Alias: $administration-status = http://terminology.hl7.org/CodeSystem/medication-admin-status
Alias: $task-status = http://hl7.org/fhir/task-status
Alias: $consent-scope = http://terminology.hl7.org/CodeSystem/consentscope
Alias: $observation-category = http://terminology.hl7.org/CodeSystem/observation-category
Alias: $library-type = http://terminology.hl7.org/CodeSystem/library-type
Alias: $study-phase = http://terminology.hl7.org/CodeSystem/research-study-phase
Alias: $study-reason-stopped = http://terminology.hl7.org/CodeSystem/research-study-reason-stopped
Alias: $expectation = http://hl7.org/fhir/StructureDefinition/capabilitystatement-expectation
Alias: $plan-definition-type = http://terminology.hl7.org/CodeSystem/plan-definition-type
Alias: $gender = http://hl7.org/fhir/administrative-gender
Alias: $measure-scoring = http://terminology.hl7.org/CodeSystem/measure-scoring
Alias: $measure-population = http://terminology.hl7.org/CodeSystem/measure-population
Alias: $measure-type = http://terminology.hl7.org/CodeSystem/measure-type
Alias: $improvement = http://terminology.hl7.org/CodeSystem/measure-improvement-notation

Alias: $clinical-trials-gov = https://clinicaltrials.gov/nctid
Alias: $ctis = https://euclinicaltrials.eu/clinicalTrialId
Alias: $isrctn = https://www.isrctn.com/ISRCTN

Alias: $blood-pressure-profile = http://hl7.org/fhir/StructureDefinition/bp
Alias: $heart-rate-profile = http://hl7.org/fhir/StructureDefinition/heartrate
Alias: $oxygen-saturation-profile = http://hl7.org/fhir/StructureDefinition/oxygensat
Alias: $body-weight-profile = http://hl7.org/fhir/StructureDefinition/bodyweight
