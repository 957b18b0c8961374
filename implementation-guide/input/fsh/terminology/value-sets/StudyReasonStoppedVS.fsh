ValueSet: StudyReasonStoppedVS
Id: study-reason-stopped-vs
Title: "Study Stop Reasons"
Description: "Why a study was stopped."
* insert Definition
* ^purpose = "R9: trials that ended early say why."
* $study-reason-stopped#accrual-goal-met "Accrual Goal Met"
* $study-reason-stopped#closed-due-to-toxicity "Closed due to toxicity"
* $study-reason-stopped#closed-due-to-lack-of-study-progress "Closed due to lack of study progress"
* $study-reason-stopped#temporarily-closed-per-study-design "Temporarily closed per study design"
