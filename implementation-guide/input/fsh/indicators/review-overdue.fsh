Instance: review-overdue
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Review Overdue"
Description: "For which share of patients under treatment a review by the prescriber was overdue."
* insert Indicator(review-overdue, ReviewOverdue, PracticeIndicators, proportion)
* insert AskedBy(public)
* insert LessIsBetter
* title = "Review Overdue"
* description = "For which share of patients under treatment a review by the prescriber was overdue."
* purpose = "R3: the maximum interval between reviews by the prescriber."
* rationale = "Repeated treatment without review is how misuse begins."
* guidance = "A patient under treatment has a session or a supply in the period. Overdue is what the jurisdiction's own rule found in the period: intervals differ between countries, and a jurisdiction without such a rule shows none."
* insert Group(review-overdue, [["Patients under treatment"]])
* insert Population(initial-population, patient, [["Patient under Treatment in Period"]], [["Patients with a session or a supply in the period."]])
* insert Population(denominator, patient, [["Patient under Treatment in Period"]], [["The same patients."]])
* insert Population(numerator, patient, [["Patient with Review Overdue in Period"]], [["Those with a standing finding of an overdue review in the period."]])
* insert Dimension(sex, [["Patient Sex"]])
* insert Dimension(age-band, [["Patient Age Band"]])
