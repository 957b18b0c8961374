ValueSet: PriorTreatmentVS
Id: prior-treatment-vs
Title: "Prior Treatments"
Description: "Kinds of treatment that a patient had for the present illness before the course."
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
* PriorTreatmentCS#earlier-ketamine "Earlier ketamine"
* PriorTreatmentCS#other "Other treatment"
