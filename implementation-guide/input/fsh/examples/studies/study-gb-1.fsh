Instance: study-gb-1
InstanceOf: KetamineStudy
Usage: #example
Title: "Trial with an Active Placebo"
Description: "A phase 3 trial of racemic ketamine against midazolam, as the clinic that takes part in it records it."
* insert RiversideStudy([[Organization/clinic-gb-0001]])
