Instance: liver-function
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Liver Function"
Description: "Of which share of patients who are treated repeatedly the liver was looked at, and in which share of those an enzyme was raised."
* insert Indicator(liver-function, LiverFunction, FollowUpIndicators, proportion)
* insert AskedBy(public)
* title = "Liver Function"
* description = "Of which share of patients who are treated repeatedly the liver was looked at, and in which share of those an enzyme was raised."
* purpose = "R19, R23: hepatotoxicity of frequent dosing."
* rationale = "Harm to the liver was seen with prolonged infusion and frequent dosing; it is found only where somebody looks. Repeatedly means 6 sessions or more, the length of a usual series; the number is the guide's own. Raised is alanine aminotransferase of 3 times the laboratory's upper limit of normal or more, the lower end of what is generally accepted as a warning of possibly serious injury."
* guidance = "Dimensions of a patient are those at the end of the period, and exposure is all that was given or handed over until then. Whether an enzyme was raised before treatment is not looked at, and other enzymes are not either."
* relatedArtifact[+].type = #citation
* relatedArtifact[=].citation = "Drug-induced liver injury is a major risk for new drugs. Digestive Diseases 2015;33:458."
* relatedArtifact[=].url = "https://karger.com/ddi/article-abstract/33/4/458/96251"
* insert Group(measured, [["Patients treated repeatedly"]])
* insert Population(initial-population, patient, [["Patient Treated Repeatedly in Period"]], [["Patients with a session in the period and 6 sessions or more until its end."]])
* insert Population(denominator, patient, [["Patient Treated Repeatedly in Period"]], [["The same patients."]])
* insert Population(numerator, patient, [["Patient with Liver Function Measured in Period"]], [["Those with a measurement of alanine aminotransferase in the period."]])
* insert Dimension(sex, [["Patient Sex"]])
* insert Dimension(age-band, [["Patient Age Band"]])
* insert Dimension(substance, [["Patient Substance"]])
* insert Dimension(route, [["Patient Route"]])
* insert Dimension(cumulative-dose-band, [["Patient Cumulative Dose Band"]])
* insert Dimension(sessions-so-far, [["Patient Sessions So Far"]])
* insert Group(raised, [["Patients whose liver function was measured"]])
* insert Population(initial-population, patient, [["Patient Treated Repeatedly in Period"]], [["Patients with a session in the period and 6 sessions or more until its end."]])
* insert Population(denominator, patient, [["Patient with Liver Function Measured in Period"]], [["Those with a measurement of alanine aminotransferase in the period."]])
* insert Population(numerator, patient, [["Patient with Raised Liver Enzyme in Period"]], [["Those with a value of 3 times the upper limit of normal or more."]])
* insert Dimension(sex, [["Patient Sex"]])
* insert Dimension(age-band, [["Patient Age Band"]])
* insert Dimension(substance, [["Patient Substance"]])
* insert Dimension(route, [["Patient Route"]])
* insert Dimension(cumulative-dose-band, [["Patient Cumulative Dose Band"]])
* insert Dimension(sessions-so-far, [["Patient Sessions So Far"]])
