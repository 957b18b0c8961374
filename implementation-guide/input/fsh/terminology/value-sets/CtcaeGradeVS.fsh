ValueSet: CtcaeGradeVS
Id: ctcae-grade-vs
Title: "CTCAE Grades"
Description: "Grades of an adverse event after the Common Terminology Criteria for Adverse Events."
* insert Definition
* ^purpose = "R14: grades are comparable between clinics and countries."
* insert NcitCopyright
* $ncit#C41338 "Grade 1 Mild Adverse Event"
* $ncit#C41339 "Grade 2 Moderate Adverse Event"
* $ncit#C41340 "Grade 3 Severe Adverse Event"
* $ncit#C41337 "Grade 4 Life Threatening or Disabling Adverse Event"
* $ncit#C48275 "Grade 5 Death Related to Adverse Event"
