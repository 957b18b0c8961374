ValueSet: SubmissionStatusVS
Id: submission-status-vs
Title: "Submission Statuses"
Description: "The states in which a submission can end."
* insert Definition
* $task-status#completed "Completed"
* $task-status#rejected "Rejected"
