CodeSystem: PriorTreatmentCS
Id: prior-treatment-cs
Title: "Prior Treatments"
Description: "Kinds of treatment that a patient had for the present illness before the course, or heard of as a licensed option."
* insert Definition
* ^purpose = "R7, S4: analyses stratify by what was tried before."
* ^caseSensitive = true
* #ssri "Selective serotonin reuptake inhibitor" "An antidepressant of this class."
* #snri "Serotonin and noradrenaline reuptake inhibitor" "An antidepressant of this class."
* #tricyclic-antidepressant "Tricyclic antidepressant" "An antidepressant of this class."
* #monoamine-oxidase-inhibitor "Monoamine oxidase inhibitor" "An antidepressant of this class."
* #other-antidepressant "Other antidepressant" "An antidepressant of no class that is listed here."
* #lithium-augmentation "Lithium augmentation" "Lithium added to an antidepressant."
* #antipsychotic-augmentation "Antipsychotic augmentation" "An antipsychotic added to an antidepressant."
* #mood-stabiliser "Mood stabiliser" "A mood stabiliser other than lithium."
* #psychotherapy "Psychotherapy" "A structured psychological treatment."
* #electroconvulsive-therapy "Electroconvulsive therapy" "A course of electroconvulsive therapy."
* #transcranial-magnetic-stimulation "Transcranial magnetic stimulation" "A course of repetitive transcranial magnetic stimulation."
* #vagus-nerve-stimulation "Vagus nerve stimulation" "An implanted or external vagus nerve stimulator."
* #esketamine-nasal-spray "Esketamine nasal spray" "Esketamine as a nasal spray within its licence."
* #earlier-ketamine "Earlier ketamine" "Ketamine, esketamine or arketamine for the same illness in an earlier course."
* #other "Other treatment" "A treatment that none of the other codes describes."
