// Contents of examples that stand alone and in a bundle; the parameters are the references, which differ between the two.
RuleSet: RiversidePatient(clinic)
* identifier[registryPseudonym].value = "6ff133e8855c2735d139322dc4c2159058a4259af2ade4330db5a3f0a0597482"
* identifier[clinicPseudonym].value = "riverside-000123"
* gender = #female
* birthDate = "1978"
* managingOrganization.reference = "{clinic}"

RuleSet: RiversideCourse(patient, clinic)
* identifier.system = "https://ehr.riverside.example/sid/course"
* identifier.value = "C-2026-0412"
* extension[indication].valueCodeableConcept = TreatmentIndicationCS#treatment-resistant-depression
* extension[failedTreatments].valueUnsignedInt = 4
* extension[priorTreatment][0].valueCodeableConcept = PriorTreatmentCS#ssri
* extension[priorTreatment][1].valueCodeableConcept = PriorTreatmentCS#lithium-augmentation
* extension[priorTreatment][2].valueCodeableConcept = PriorTreatmentCS#electroconvulsive-therapy
* extension[funding].valueCode = #self-pay
* extension[incentiveOffered].valueBoolean = true
* status = #active
* patient.reference = "{patient}"
* managingOrganization.reference = "{clinic}"
* period.start = "2026-09-07"

RuleSet: RiversideTreatmentConsent(patient, clinic)
* identifier.system = "https://ehr.riverside.example/sid/consent"
* identifier.value = "T-2026-0412"
* extension[consultationDate].valueDate = "2026-08-31"
* extension[informationSheet].valueCanonical = "https://ketamine-registry.example/fhir/Library/patient-information-sheet|1.0.0"
* extension[capacity].extension[finding].valueCode = #has-capacity
* extension[capacity].extension[assessedOn].valueDate = "2026-09-07"
* extension[written].valueBoolean = true
* extension[optionsDiscussed].valueBoolean = true
* extension[advocatePresent].valueCode = #yes
* status = #active
* patient.reference = "{patient}"
* dateTime = "2026-09-07T10:30:00+01:00"
* organization.reference = "{clinic}"
* provision.type = #permit
* provision.period.start = "2026-09-07"

RuleSet: RiversideSharingConsent(patient, clinic)
* identifier.system = "https://ehr.riverside.example/sid/consent"
* identifier.value = "S-2026-0412"
* extension[capacity].extension[finding].valueCode = #has-capacity
* extension[capacity].extension[assessedOn].valueDate = "2026-09-07"
* status = #active
* patient.reference = "{patient}"
* dateTime = "2026-09-07T10:40:00+01:00"
* organization.reference = "{clinic}"
* insert Purpose(0, permit, national-registry)
* insert Purpose(1, permit, network-aggregate)
* insert Purpose(2, permit, supply-check)
* insert Purpose(3, deny, record-level-sharing)
* insert Purpose(4, deny, research-contact)

RuleSet: Purpose(index, decision, purpose)
* provision.provision[{index}].type = #{decision}
* provision.provision[{index}].purpose = RegistryPurposeCS#{purpose}

RuleSet: RiversideSession(patient, course, clinic)
* identifier.system = "https://ehr.riverside.example/sid/session"
* identifier.value = "V-2026-1091"
* extension[sessionNumber].valuePositiveInt = 1
* extension[fitToLeave].valueDateTime = "2026-09-14T11:55:00+01:00"
* status = #finished
* class = $act-code#AMB
* subject.reference = "{patient}"
* episodeOfCare.reference = "{course}"
* period.start = "2026-09-14T09:30:00+01:00"
* period.end = "2026-09-14T12:05:00+01:00"
* serviceProvider.reference = "{clinic}"

RuleSet: RiversideAdministration(patient, session)
* contained = riverside-lot
* identifier.system = "https://ehr.riverside.example/sid/administration"
* identifier.value = "A-2026-1091"
* extension[directlyObserved].valueBoolean = true
* status = #completed
* medicationReference.reference = "#riverside-lot"
* subject.reference = "{patient}"
* context.reference = "{session}"
* effectivePeriod.start = "2026-09-14T09:50:00+01:00"
* effectivePeriod.end = "2026-09-14T10:30:00+01:00"
* dosage.route = $sct#47625008 "Intravenous route"
* dosage.dose = 35 'mg'
* dosage.rateQuantity = 52.5 'mg/h'

RuleSet: RiversideAdverseEvent(patient, session, administration)
* identifier.system = "https://ehr.riverside.example/sid/adverse-event"
* identifier.value = "E-2026-0310"
* extension[resolutionDate].valueDateTime = "2026-09-14T10:55:00+01:00"
* actuality = #actual
* event.coding[known][0] = AdverseEffectCS#dissociation "Dissociation"
* subject.reference = "{patient}"
* encounter.reference = "{session}"
* date = "2026-09-14T10:05:00+01:00"
* detected = "2026-09-14T10:05:00+01:00"
* recordedDate = "2026-09-14T12:00:00+01:00"
* seriousness = $seriousness#Non-serious "Non-serious"
* severity = $severity#moderate "Moderate"
* outcome = $outcome#resolved "Resolved"
* suspectEntity.instance.reference = "{administration}"
* suspectEntity.causality.assessment = $ncit#C53260 "Related"

RuleSet: Measurement(system, value, when, patient)
* identifier.system = "https://ehr.{system}.example/sid/observation"
* identifier.value = "{value}"
* status = #final
* subject.reference = "{patient}"
* effectiveDateTime = "{when}"

RuleSet: InSession(session, timing)
* encounter.reference = "{session}"
* extension[sessionTiming].valueCode = #{timing}

RuleSet: VitalSignCategory
* category[VSCat].coding = $observation-category#vital-signs

RuleSet: BloodPressureValues(systolic, diastolic)
* insert VitalSignCategory
* component[SystolicBP].valueQuantity = {systolic} 'mm[Hg]' "mmHg"
* component[DiastolicBP].valueQuantity = {diastolic} 'mm[Hg]' "mmHg"

RuleSet: HeartRateValue(value)
* insert VitalSignCategory
* valueQuantity = {value} '/min' "beats/minute"

RuleSet: OxygenSaturationValue(value)
* insert VitalSignCategory
* code.coding[1] = $loinc#59408-5 "Oxygen saturation in Arterial blood by Pulse oximetry"
* valueQuantity = {value} '%' "%"

RuleSet: BodyWeightValue(value)
* insert VitalSignCategory
* valueQuantity = {value} 'kg' "kg"

RuleSet: Score(value)
* valueInteger = {value}

RuleSet: ScaleTotal(instrument, value, period, unit)
* code = {instrument}
* valueInteger = {value}
* extension[recallPeriod].valueDuration = {period} {unit}

RuleSet: Suicidality(risk, ideation)
* valueCodeableConcept = SuicideRiskLevelCS#{risk}
* component[worstIdeation].valueInteger = {ideation}

RuleSet: Behaviour(index, behaviour)
* component[behaviour][{index}].valueCodeableConcept = SuicidalBehaviourCS#{behaviour}

RuleSet: MisuseOf(index, kind)
* component[kind][{index}].valueCodeableConcept = MisuseKindCS#{kind}

RuleSet: Liver(test, value, unit, limit)
* code = {test}
* valueQuantity = {value} {unit}
* referenceRange.high = {limit} {unit}

RuleSet: Screened(test, result)
* code = {test}
* valueCodeableConcept = DrugScreenResultCS#{result}

RuleSet: RiversideStudy(clinic)
* extension[studySite].valueReference.reference = "{clinic}"
* identifier[isrctn].value = "ISRCTN99999999"
* status = #active
* phase = $study-phase#phase-3 "Phase 3"
* focus = KetamineSubstanceCS#racemic-ketamine "Racemic ketamine"
* condition = TreatmentIndicationCS#treatment-resistant-depression "Treatment-resistant depression"
* period.start = "2026-01-12"
* period.end = "2028-12-31"
* arm[0].name = "KET-0.5"
* arm[0].type = StudyArmTypeCS#ketamine "Ketamine"
* arm[+].name = "MID"
* arm[=].type = StudyArmTypeCS#active-placebo "Active placebo"

RuleSet: RiversideStudySubject(study, patient)
* identifier.system = "https://ehr.riverside.example/sid/study-subject"
* identifier.value = "P-0031"
* status = #on-study-intervention
* period.start = "2026-09-07"
* study.reference = "{study}"
* individual.reference = "{patient}"

RuleSet: CaseSection(slice, index, reference)
* section[{slice}].entry[{index}].reference = "{reference}"
