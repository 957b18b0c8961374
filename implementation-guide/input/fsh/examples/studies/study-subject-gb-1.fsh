Instance: study-subject-gb-1
InstanceOf: KetamineStudySubject
Usage: #example
Title: "Patient in a Blinded Trial"
Description: "A patient under treatment in a trial whose arms are concealed."
* insert RiversideStudySubject([[ResearchStudy/study-gb-1]], [[Patient/patient-gb-1]])
