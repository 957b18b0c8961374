Instance: course-gb-1
InstanceOf: KetamineTreatmentCourse
Usage: #example
Title: "Course for Treatment-Resistant Depression"
Description: "A course that the patient pays for, with a rebate offered (R22)."
* insert RiversideCourse(Patient/patient-gb-1, Organization/clinic-gb-0001)
