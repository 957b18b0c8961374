ValueSet: CaseReportReasonVS
Id: case-report-reason-vs
Title: "Case Report Reasons"
Description: "Why a single case is reported."
* insert Definition
* ^purpose = "R9: single cases are found by why they were reported."
* CaseReportReasonCS#unexpected-benefit "Unexpected benefit"
* CaseReportReasonCS#unexpected-harm "Unexpected harm"
* CaseReportReasonCS#new-use "New use"
* CaseReportReasonCS#long-term-course "Long-term course"
* CaseReportReasonCS#dependence "Dependence or misuse"
* CaseReportReasonCS#interaction "Interaction"
* CaseReportReasonCS#discontinuation "Discontinuation"
* CaseReportReasonCS#other "Other reason"
