Instance: study-gb-2
InstanceOf: KetamineStudy
Usage: #example
Title: "Trial at ClinicalTrials.gov"
Description: "A trial of three routes that has been approved and has not begun."
* extension[studySite].valueReference.reference = "Organization/clinic-gb-0001"
* identifier[clinicalTrialsGov].value = "NCT99999999"
* status = #approved
* phase = $study-phase#phase-4 "Phase 4"
* focus = KetamineSubstanceCS#racemic-ketamine "Racemic ketamine"
* condition = TreatmentIndicationCS#treatment-resistant-depression "Treatment-resistant depression"
