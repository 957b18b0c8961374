Instance: treatment-consent
InstanceOf: Questionnaire
Usage: #definition
Title: "Treatment Consent"
Description: "A form for the patient's decision about treatment with ketamine, and for what good practice asks before it."
* insert Form(treatment-consent, TreatmentConsentForm)
* title = "Treatment Consent"
* description = "A form for the patient's decision about treatment with ketamine, and for what good practice asks before it. Its answers become a treatment consent, by SDC's definition-based extraction. The response has an identifier, from which that of the consent follows, and the patient as its subject. It says nothing about the uses of the record: those are another decision, on which treatment never depends."
* purpose = "R4, R5, R6, R15, R16, R17: information, options, reflection, capacity and advocacy before the first administration."

* insert Section(item, consent, Treatment consent)
* item[=].required = true
* insert Extracts(item, ketamine-treatment-consent, Consent, treatment-consent)
* insert Sets(item, ketamine-treatment-consent#Consent.status, valueCode = #active)
* insert Derives(item, ketamine-treatment-consent#Consent.patient.reference, %resource.subject.reference)
* insert Derives(item, ketamine-treatment-consent#Consent.extension:informationSheet.value[x], [['https://ketamine-registry.example/fhir/Library/patient-information-sheet|' + %resource.descendants().where(linkId = 'information.sheet').answer.value]])
* insert Refer(item[=].item, consent.clinic, Organization, Clinic, true)
* insert Into(item[=].item, ketamine-treatment-consent#Consent.organization)

* insert Section(item[=].item, information, Information)
* insert Ask(item[=].item[=].item, information.consultation, date, The treatment was explained on, false)
* insert Into(item[=].item[=].item, ketamine-treatment-consent#Consent.extension:consultationDate.value[x])
* insert Ask(item[=].item[=].item, information.options, boolean, [[All licensed options that could help were discussed, and the patient was encouraged to consider them]], false)
* insert Into(item[=].item[=].item, ketamine-treatment-consent#Consent.extension:optionsDiscussed.value[x])
* insert Ask(item[=].item[=].item, information.sheet, string, Version of the patient information sheet that the patient received, false)
* item[=].item[=].item[=].answerOption[+].valueString = "1.1.0"
* item[=].item[=].item[=].answerOption[+].valueString = "1.0.0"
* insert Ask(item[=].item[=].item, information.confirmed, boolean, The patient confirmed by signature that it was received, false)
* insert Into(item[=].item[=].item, ketamine-treatment-consent#Consent.extension:informationConfirmed.value[x])
* item[=].item[=].item[=].enableWhen[+].question = "information.sheet"
* item[=].item[=].item[=].enableWhen[=].operator = #exists
* item[=].item[=].item[=].enableWhen[=].answerBoolean = true

* insert Section(item[=].item, capacity, Capacity and freedom)
* item[=].item[=].required = true
* insert Choose(item[=].item[=].item, capacity.finding, Capacity for this decision, true, capacity-finding-vs)
* insert Into(item[=].item[=].item, ketamine-treatment-consent#Consent.extension:capacity.extension:finding.value[x])
* insert Ask(item[=].item[=].item, capacity.assessed-on, date, Assessed on, true)
* insert Into(item[=].item[=].item, ketamine-treatment-consent#Consent.extension:capacity.extension:assessedOn.value[x])
* insert OnlyIf(item[=].item[=].item, capacity.finding, [[answerCoding = CapacityFindingCS#has-capacity "Has capacity"]])
* insert OnlyIf(item[=].item[=].item, capacity.finding, [[answerCoding = CapacityFindingCS#lacks-capacity "Lacks capacity"]])
* insert Ask(item[=].item[=].item, capacity.represented, boolean, Somebody else decided for the patient by law, true)
* insert Choose(item[=].item[=].item, capacity.representative, Who, true, lawful-representative-vs)
* insert Into(item[=].item[=].item, ketamine-treatment-consent#Consent.extension:representative.value[x])
* insert OnlyIf(item[=].item[=].item, capacity.represented, answerBoolean = true)
* insert Ask(item[=].item[=].item, capacity.free, boolean, The clinician is satisfied that the decision was made freely, false)
* insert Into(item[=].item[=].item, ketamine-treatment-consent#Consent.extension:freelyGiven.value[x])
* insert Choose(item[=].item[=].item, capacity.advocate, A friend or relative was present as an advocate, false, advocate-presence-vs)
* insert Into(item[=].item[=].item, ketamine-treatment-consent#Consent.extension:advocatePresent.value[x])

* insert Section(item[=].item, decision, Decision)
* item[=].item[=].required = true
* insert Ask(item[=].item[=].item, decision.time, dateTime, Decided at, true)
* insert Into(item[=].item[=].item, ketamine-treatment-consent#Consent.dateTime)
* insert Ask(item[=].item[=].item, decision.type, choice, The patient, true)
* item[=].item[=].item[=].answerOption[+].valueCoding = http://hl7.org/fhir/consent-provision-type#permit "Opt In"
* item[=].item[=].item[=].answerOption[+].valueCoding = http://hl7.org/fhir/consent-provision-type#deny "Opt Out"
* insert Into(item[=].item[=].item, ketamine-treatment-consent#Consent.provision.type)
* insert Ask(item[=].item[=].item, decision.written, boolean, In writing and signed, true)
* insert Into(item[=].item[=].item, ketamine-treatment-consent#Consent.extension:written.value[x])
* insert Ask(item[=].item[=].item, decision.from, date, In force from, false)
* insert Into(item[=].item[=].item, ketamine-treatment-consent#Consent.provision.period.start)
