Instance: administration-gb-1
InstanceOf: KetamineMedicationAdministration
Usage: #example
Title: "Infusion of Racemic Ketamine"
Description: "35 mg of racemic ketamine intravenously over 40 minutes, with the lot (R23)."
* insert RiversideAdministration(Patient/patient-gb-1, Encounter/session-gb-1)
