Profile: KetamineTreatmentConsent
Parent: Consent
Id: ketamine-treatment-consent
Title: "Ketamine Treatment Consent"
Description: "A patient's decision about treatment with ketamine. What good practice asks for may be missing and is then found, not refused. A refusal is a consent whose provision denies. A withdrawal is the same consent with status inactive and an end of its period. Treatment never depends on a sharing consent."
* insert Definition
* ^purpose = "R4, R5, R6, R15, R16, R17: information, options, reflection, capacity and advocacy before the first administration."
* insert ConsentRecord
* obeys krn-con-2
* extension contains
    ConsultationDate named consultationDate 0..1 MS and
    InformationSheet named informationSheet 0..1 MS and
    InformationConfirmed named informationConfirmed 0..1 MS and
    Capacity named capacity 1..1 MS and
    FreelyGiven named freelyGiven 0..1 MS and
    Written named written 1..1 MS and
    OptionsDiscussed named optionsDiscussed 0..1 MS and
    AdvocatePresent named advocatePresent 0..1 MS and
    Representative named representative 0..1 MS
* scope = $consent-scope#treatment
* category = ConsentCategoryCS#ketamine-treatment
* policyRule = ConsentPolicyCS#ketamine-treatment-consent
* provision.period MS
* provision.provision 0..0
