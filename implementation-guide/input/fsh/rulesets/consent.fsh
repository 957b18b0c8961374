RuleSet: ConsentRecord
* insert Record
* insert NothingContained
* status MS
* insert NoFreeTextInConcept(scope)
* category 1..1 MS
* category from ConsentCategoryVS (required)
* insert NoFreeTextInConcept(category)
* patient 1..1 MS
* patient only Reference(KetaminePatient)
* insert LiteralReference(patient)
* dateTime 1..1 MS
* dateTime ^short = "When the patient decided"
* performer 0..0
* organization 1..1 MS
* organization only Reference(KetamineClinic)
* insert LiteralReference(organization)
* source[x] 0..0
* policy 0..0
* policyRule 1..1
* policyRule from ConsentPolicyVS (required)
* insert NoFreeTextInConcept(policyRule)
* verification 0..0
* provision 1..1 MS
* provision.type 1..1 MS
* provision.actor 0..0
* provision.action 0..0
* provision.securityLabel 0..0
* provision.purpose 0..0
* provision.class 0..0
* provision.code 0..0
* provision.dataPeriod 0..0
* provision.data 0..0
