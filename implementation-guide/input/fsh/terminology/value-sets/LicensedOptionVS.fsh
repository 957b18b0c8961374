ValueSet: LicensedOptionVS
Id: licensed-option-vs
Title: "Licensed Options"
Description: "Kinds of licensed treatment of depression that can be discussed with a patient beside ketamine."
* insert Definition
* PriorTreatmentCS#ssri "Selective serotonin reuptake inhibitor"
* PriorTreatmentCS#snri "Serotonin and noradrenaline reuptake inhibitor"
* PriorTreatmentCS#tricyclic-antidepressant "Tricyclic antidepressant"
* PriorTreatmentCS#monoamine-oxidase-inhibitor "Monoamine oxidase inhibitor"
* PriorTreatmentCS#other-antidepressant "Other antidepressant"
* PriorTreatmentCS#lithium-augmentation "Lithium augmentation"
* PriorTreatmentCS#antipsychotic-augmentation "Antipsychotic augmentation"
* PriorTreatmentCS#mood-stabiliser "Mood stabiliser"
* PriorTreatmentCS#psychotherapy "Psychotherapy"
* PriorTreatmentCS#electroconvulsive-therapy "Electroconvulsive therapy"
* PriorTreatmentCS#transcranial-magnetic-stimulation "Transcranial magnetic stimulation"
* PriorTreatmentCS#vagus-nerve-stimulation "Vagus nerve stimulation"
* PriorTreatmentCS#esketamine-nasal-spray "Esketamine nasal spray"
* PriorTreatmentCS#other "Other treatment"
