ValueSet: StudyPhaseVS
Id: study-phase-vs
Title: "Study Phases"
Description: "The phase of a clinical trial."
* insert Definition
* ^purpose = "R9: trials are compared by phase."
* $study-phase#n-a "N/A"
* $study-phase#early-phase-1 "Early Phase 1"
* $study-phase#phase-1 "Phase 1"
* $study-phase#phase-1-phase-2 "Phase 1/Phase 2"
* $study-phase#phase-2 "Phase 2"
* $study-phase#phase-2-phase-3 "Phase 2/Phase 3"
* $study-phase#phase-3 "Phase 3"
* $study-phase#phase-4 "Phase 4"
