Instance: treatment-consent-gb-1
InstanceOf: KetamineTreatmentConsent
Usage: #example
Title: "Treatment Consent"
Description: "A consent with everything that good practice asks for (R4, R5, R6, R15, R17)."
* insert RiversideTreatmentConsent(Patient/patient-gb-1, Organization/clinic-gb-0001)
