Instance: bladder-symptoms
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Bladder Symptoms by Cumulative Dose"
Description: "Which share of patients has bladder symptoms, by what they were given and handed over until then."
* insert Indicator(bladder-symptoms, BladderSymptoms, FollowUpIndicators, proportion)
* insert AskedBy(public)
* insert LessIsBetter
* title = "Bladder Symptoms by Cumulative Dose"
* description = "Which share of patients has bladder symptoms, by what they were given and handed over until then."
* purpose = "R19, S6: urological damage that otherwise goes unquantified."
* rationale = "Ketamine harms the bladder when it is taken often and long; nobody knows from which cumulative dose on in treatment. An ICSI total of 5 or more is the score by which Clemons and others screened for interstitial cystitis (94 % sensitivity among women with chronic pelvic pain); among patients under ketamine it is not validated."
* guidance = "A patient counts once, by the last score of the period that was made after a first dose or supply. The cumulative dose is that of one substance by one route; who had several is in the band \"several\" and is never added up. What was handed over counts as taken. A figure without the scores before treatment does not say that ketamine is the cause: the group of new symptoms looks at those who had none before."
* relatedArtifact[+].type = #citation
* relatedArtifact[=].citation = "Clemons JL and others. Diagnosing interstitial cystitis in women with chronic pelvic pain. Obstetrics and Gynecology 2002;100:337-341."
* relatedArtifact[=].url = "https://doi.org/10.1016/s0029-7844(02)02087-2"
* insert Group(symptoms, [["Symptoms"]])
* insert Population(initial-population, score, [["Bladder Scores"]], [["The last ICSI total of the period of each patient who was exposed before."]])
* insert Population(denominator, score, [["Bladder Scores"]], [["The same scores."]])
* insert Population(numerator, score, [["Bladder Scores with Symptoms"]], [["Those of 5 or more."]])
* insert PatientDimensions
* insert ProductDimensions
* insert Dimension(cumulative-dose-band, [["Cumulative Dose Band"]])
* insert Dimension(sessions-so-far, [["Sessions So Far"]])
* insert Dimension(year, [["Year"]])
* insert Group(new-symptoms, [["New symptoms"]])
* insert Population(initial-population, score, [["Bladder Scores"]], [["The last ICSI total of the period of each patient who was exposed before."]])
* insert Population(denominator, score, [["Bladder Scores without Symptoms before"]], [["Those of patients whose last ICSI total before any exposure was under 5."]])
* insert Population(numerator, score, [["Bladder Scores with New Symptoms"]], [["Those of 5 or more."]])
* insert PatientDimensions
* insert ProductDimensions
* insert Dimension(cumulative-dose-band, [["Cumulative Dose Band"]])
* insert Dimension(sessions-so-far, [["Sessions So Far"]])
* insert Dimension(year, [["Year"]])
