Profile: KetamineMedicationAdministration
Parent: MedicationAdministration
Id: ketamine-medication-administration
Title: "Ketamine Medication Administration"
Description: "One administration of ketamine, esketamine or arketamine in a session: substance, route, dose in mg of base, begin and end, and whether staff watched it. With status not-done the dose and period are those that were planned."
* insert Definition
* insert UcumCopyright
* ^purpose = "R7, R18, R23, R24, R25: dose per kilogram, duration and frequency are derivable from it, per substance and route."
* insert Record
* insert MedicationChoice
* obeys krn-adm-1 and krn-adm-3
* extension contains
    StopReason named stopReason 0..1 MS and
    DirectlyObserved named directlyObserved 1..1 MS and
    DeviceCount named deviceCount 0..1 MS
* instantiates 0..0
* partOf 0..0
* status MS
* status from AdministrationStatusVS (required)
* statusReason 0..0
* category 0..0
* subject MS
* subject only Reference(KetaminePatient)
* insert LiteralReference(subject)
* context 1..1 MS
* context only Reference(KetamineSession)
* insert LiteralReference(context)
* supportingInformation 0..0
* effective[x] MS
* effective[x] only Period
* effectivePeriod.start 1..1 MS
* effectivePeriod.start obeys krn-adm-4
* effectivePeriod.end MS
* effectivePeriod.end obeys krn-adm-4
* performer 0..0
* reasonCode 0..0
* reasonReference 0..0
* request MS
* request only Reference(KetaminePrescription)
* insert LiteralReference(request)
* device 0..0
* note 0..0
* dosage 1..1 MS
* dosage.text 0..0
* dosage.site 0..0
* dosage.route 1..1 MS
* dosage.route from KetamineRouteVS (required)
* insert NoFreeTextInConcept(dosage.route)
* dosage.method 0..0
* dosage.dose 1..1 MS
* dosage.dose ^short = "Amount given, in mg of base, not of salt"
* dosage.dose obeys krn-adm-2
* insert QuantityIn(dosage.dose, #mg)
* dosage.rate[x] MS
* dosage.rate[x] only SimpleQuantity
* dosage.rate[x] obeys krn-adm-5
* insert QuantityFrom(dosage.rateQuantity, DoseRateUnitVS)
* eventHistory 0..0
