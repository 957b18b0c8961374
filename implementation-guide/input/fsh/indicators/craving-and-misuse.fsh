Instance: craving-and-misuse
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Craving and Misuse"
Description: "Which share of patients under treatment shows craving, misuse, diversion or dependence."
* insert Indicator(craving-and-misuse, CravingAndMisuse, FollowUpIndicators, proportion)
* insert AskedBy(public)
* insert LessIsBetter
* title = "Craving and Misuse"
* description = "Which share of patients under treatment shows craving, misuse, diversion or dependence."
* purpose = "R13, R19, R25: emergent craving, and the risk of dependence that otherwise goes unquantified."
* rationale = "Craving may come within weeks of frequent dosing. A craving rating of 7 or more of 10 is strong craving by the guide's own threshold."
* guidance = "Dimensions of a patient are those at the end of the period, and exposure is all that was given or handed over until then. A patient under treatment has a session or a supply in the period. Shown are those whom somebody asked or noticed: no sign is not the absence of craving."
* insert Group(craving-and-misuse, [["Patients under treatment"]])
* insert Population(initial-population, patient, [["Patient under Treatment in Period"]], [["Patients with a session or a supply in the period."]])
* insert Population(denominator, patient, [["Patient under Treatment in Period"]], [["The same patients."]])
* insert Population(numerator, patient, [["Patient with Craving or Misuse in Period"]], [["Those with, in the period, an adverse event of craving, misuse, diversion or dependence, a craving rating of 7 or more, or a misuse assessment that suspects or confirms it."]])
* insert Dimension(sex, [["Patient Sex"]])
* insert Dimension(age-band, [["Patient Age Band"]])
* insert Dimension(substance, [["Patient Substance"]])
* insert Dimension(route, [["Patient Route"]])
* insert Dimension(cumulative-dose-band, [["Patient Cumulative Dose Band"]])
* insert Dimension(sessions-so-far, [["Patient Sessions So Far"]])
