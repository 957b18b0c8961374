ValueSet: SubmissionStatusVS
Id: submission-status-vs
Title: "Submission Statuses"
Description: "The states in which a submission can end."
* insert Definition
* ^purpose = "R7, R26: submissions end in one of two ways."
* $task-status#completed "Completed"
* $task-status#rejected "Rejected"
