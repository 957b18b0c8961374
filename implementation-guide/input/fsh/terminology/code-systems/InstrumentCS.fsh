CodeSystem: InstrumentCS
Id: instrument-cs
Title: "Instruments without a LOINC Code"
Description: "Scores of instruments for which no LOINC code was found, with their ranges, usual recall periods and thresholds. Item texts are not part of the guide; several instruments are under copyright."
* insert Definition
* ^purpose = "R8, R19, R21, S5, S6: instruments without a verified code can be told apart."
* ^caseSensitive = true
* insert InstrumentProperties
* #moaa-s "MOAA/S score" "Modified Observer’s Assessment of Alertness and Sedation, 0 (unresponsive) to 5 (responds readily)."
* insert ScoreRange(moaa-s, 0, 5, higher-is-better)
* #cadss-subjective-total "CADSS subjective total" "Clinician-Administered Dissociative States Scale, total of the 19 subjective items, 0 to 76."
* insert ScoreRange(cadss-subjective-total, 0, 76, higher-is-worse)
* #bprs-total-0-6 "BPRS total, items 0 to 6" "Brief Psychiatric Rating Scale, total of the 18 items, each scored 0 to 6: 0 to 108."
* insert ScoreRange(bprs-total-0-6, 0, 108, higher-is-worse)
* #bprs-total-1-7 "BPRS total, items 1 to 7" "Brief Psychiatric Rating Scale, total of the 18 items, each scored 1 to 7: 18 to 126."
* insert ScoreRange(bprs-total-1-7, 18, 126, higher-is-worse)
* #bprs-positive-0-6 "BPRS positive symptoms, items 0 to 6" "Brief Psychiatric Rating Scale, sum of the four items suspiciousness, hallucinatory behaviour, unusual thought content and conceptual disorganisation (BPRS+), each scored 0 to 6: 0 to 24."
* insert ScoreRange(bprs-positive-0-6, 0, 24, higher-is-worse)
* #bprs-positive-1-7 "BPRS positive symptoms, items 1 to 7" "The same four items of the Brief Psychiatric Rating Scale, each scored 1 to 7: 4 to 28."
* insert ScoreRange(bprs-positive-1-7, 4, 28, higher-is-worse)
* #madrs-total "MADRS total" "Montgomery-Åsberg Depression Rating Scale, total, 0 to 60."
* insert ScoreRange(madrs-total, 0, 60, higher-is-worse)
* insert UsualRecall(madrs-total, 7)
* insert Thresholds(madrs-total, 50, 10, [["Daly and others, JAMA Psychiatry 2018;75:139–148, PMC5838571: response is a fall of 50 % or more, remission a total of 10 or less. Later trials of esketamine set remission at 12 or less (for example PMC10439056)."]])
* #qids-sr16-total "QIDS-SR16 total" "Quick Inventory of Depressive Symptomatology, self-report, 16 items, total, 0 to 27."
* insert ScoreRange(qids-sr16-total, 0, 27, higher-is-worse)
* insert UsualRecall(qids-sr16-total, 7)
* insert Thresholds(qids-sr16-total, 50, 5, [["Trivedi and others (STAR*D), American Journal of Psychiatry 2006;163:28–40, doi 10.1176/appi.ajp.163.1.28: response is a fall of 50 % or more, remission a total of 5 or less."]])
* #ham-d17-total "HAM-D17 total" "Hamilton Depression Rating Scale, 17 items, total, 0 to 52."
* insert ScoreRange(ham-d17-total, 0, 52, higher-is-worse)
* insert UsualRecall(ham-d17-total, 7)
* insert Thresholds(ham-d17-total, 50, 7, [["Remission: Trivedi and others (STAR*D), American Journal of Psychiatry 2006;163:28–40, doi 10.1176/appi.ajp.163.1.28, a total of 7 or less. Response: a fall of 50 % as in Singh and others, Lancet Psychiatry 2017, whatever the scale."]])
* #ham-a-total "HAM-A total" "Hamilton Anxiety Rating Scale, 14 items, total, 0 to 56."
* insert ScoreRange(ham-a-total, 0, 56, higher-is-worse)
* insert UsualRecall(ham-a-total, 7)
* insert Thresholds(ham-a-total, 50, 7, [["Khan and others, Primary Care Companion for CNS Disorders 2016;18(2), doi 10.4088/PCC.15m01904: response is a fall of 50 % or more, remission a total of 7 or less."]])
* #icsi-total "ICSI total" "O’Leary-Sant Interstitial Cystitis Symptom Index, 4 items, total, 0 to 20."
* insert ScoreRange(icsi-total, 0, 20, higher-is-worse)
* insert UsualRecall(icsi-total, 30)
* #icpi-total "ICPI total" "O’Leary-Sant Interstitial Cystitis Problem Index, 4 items, total, 0 to 16."
* insert ScoreRange(icpi-total, 0, 16, higher-is-worse)
* insert UsualRecall(icpi-total, 30)
* #craving-rating "Craving rating" "The strongest wish for ketamine between the sessions of the period asked about, as the patient rates it: 0 is none, 10 the strongest imaginable. A rating of this guide, not a published scale."
* insert ScoreRange(craving-rating, 0, 10, higher-is-worse)
* #dsst-correct "DSST correct symbols" "Digit Symbol Substitution Test, number of correct symbols. How many can be reached depends on the version and its time."
* insert ScoreMinimum(dsst-correct, 0, higher-is-better)
