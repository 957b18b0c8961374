Instance: patients-treated
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Patients Treated"
Description: "How many patients had a session in which ketamine was given."
* insert Indicator(patients-treated, PatientsTreated, SessionIndicators, cohort)
* insert AskedBy(public)
* title = "Patients Treated"
* description = "How many patients had a session in which ketamine was given."
* purpose = "R7, R20: how many people are exposed."
* rationale = "Sessions alone do not say whether few are treated often or many once."
* guidance = "A patient belongs to every period in which a session begins, so that quarters must not be added up. A person who is treated at two clinics is two patients unless both records bear the same registry pseudonym and the registry counts by it."
* insert Group(patients, [["Patients with a session in which ketamine was given"]])
* insert Population(initial-population, patient, [["Patient Treated in Period"]], [["Patients with at least one session in the period in which a dose was given."]])
* insert Dimension(sex, [["Patient Sex"]])
* insert Dimension(age-band, [["Patient Age Band"]])
* insert Dimension(substance, [["Patient Substance"]])
* insert Dimension(route, [["Patient Route"]])
