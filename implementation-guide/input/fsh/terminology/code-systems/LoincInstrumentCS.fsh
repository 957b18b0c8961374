CodeSystem: LoincInstrumentCS
Id: loinc-instrument-cs
Title: "Instruments with a LOINC Code"
Description: "A supplement to LOINC: ranges, usual recall periods and thresholds of the instruments whose scores have a LOINC code."
* insert Definition
* ^purpose = "R21, S5: response and remission follow from thresholds that are data with a citation."
* insert LoincCopyright
* ^content = #supplement
* ^supplements = "http://loinc.org"
* insert InstrumentProperties
* #44261-6 "Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]"
* insert ScoreRange(44261-6, 0, 27, higher-is-worse)
* insert UsualRecall(44261-6, 14)
* insert Thresholds(44261-6, 50, 4, [["Psychiatric Services 2020, doi 10.1176/appi.ps.201900295 (Defining Success in Measurement-Based Care for Depression), and for esketamine PMC10439056: response is a fall of 50 % or more, remission a total below 5."]])
* #70274-6 "Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]"
* insert ScoreRange(70274-6, 0, 21, higher-is-worse)
* insert UsualRecall(70274-6, 14)
* #72172-0 "Total score [MoCA]"
* insert ScoreRange(72172-0, 0, 30, higher-is-better)
