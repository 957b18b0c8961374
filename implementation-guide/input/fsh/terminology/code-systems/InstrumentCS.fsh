CodeSystem: InstrumentCS
Id: instrument-cs
Title: "Instruments without a LOINC Code"
Description: "Scores of instruments for which no LOINC code was found. Item texts are not part of the guide; several instruments are under copyright."
* insert Definition
* ^purpose = "R8, R19, R21, S5, S6: instruments without a verified code can be told apart."
* ^caseSensitive = true
* #moaa-s "MOAA/S score" "Modified Observer’s Assessment of Alertness and Sedation, 0 (unresponsive) to 5 (responds readily)."
* #cadss-subjective-total "CADSS subjective total" "Clinician-Administered Dissociative States Scale, total of the 19 subjective items, 0 to 76."
* #madrs-total "MADRS total" "Montgomery-Åsberg Depression Rating Scale, total, 0 to 60."
* #qids-sr16-total "QIDS-SR16 total" "Quick Inventory of Depressive Symptomatology, self-report, 16 items, total, 0 to 27."
* #ham-d17-total "HAM-D17 total" "Hamilton Depression Rating Scale, 17 items, total, 0 to 52."
* #ham-a-total "HAM-A total" "Hamilton Anxiety Rating Scale, 14 items, total, 0 to 56."
* #icsi-total "ICSI total" "O’Leary-Sant Interstitial Cystitis Symptom Index, 4 items, total, 0 to 20."
* #icpi-total "ICPI total" "O’Leary-Sant Interstitial Cystitis Problem Index, 4 items, total, 0 to 16."
