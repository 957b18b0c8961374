Instance: liver-function
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Liver Function Followed"
Description: "Of which share of patients who are treated repeatedly the liver function was measured."
* insert Indicator(liver-function, LiverFunction, FollowUpIndicators, proportion)
* insert AskedByAll
* insert MoreIsBetter
* title = "Liver Function Followed"
* description = "Of which share of patients who are treated repeatedly the liver function was measured."
* purpose = "R19, R23: hepatotoxicity of frequent dosing."
* rationale = "Harm to the liver was seen with prolonged infusion and frequent dosing; it is found only where somebody looks. Repeatedly means 6 sessions or more, the length of a usual series; the number is the guide's own."
* guidance = "Dimensions of a patient are those at the end of the period, and exposure is all that was given or handed over until then. The figure says whether alanine aminotransferase was measured, not what it was: reference limits differ between laboratories and are not in the record. Raised enzymes are among the adverse events as liver injury."
* insert Group(measured, boolean, [["Patients treated repeatedly"]])
* insert Population(initial-population, patient, [["Patient Treated Repeatedly in Period"]], [["Patients with a session in the period and 6 sessions or more until its end."]])
* insert Population(denominator, patient, [["Patient Treated Repeatedly in Period"]], [["The same patients."]])
* insert Population(numerator, patient, [["Patient with Liver Function Measured in Period"]], [["Those with a measurement of alanine aminotransferase in the period."]])
* insert Dimension(sex, [["Patient Sex"]])
* insert Dimension(age-band, [["Patient Age Band"]])
* insert Dimension(substance, [["Patient Substance"]])
* insert Dimension(route, [["Patient Route"]])
* insert Dimension(cumulative-dose-band, [["Patient Cumulative Dose Band"]])
* insert Dimension(sessions-so-far, [["Patient Sessions So Far"]])
