Instance: sharing-consent-gb-1
InstanceOf: RegistrySharingConsent
Usage: #example
Title: "Sharing Consent for Three Purposes"
Description: "Three purposes permitted, two denied (R10, R13, R16)."
* insert RiversideSharingConsent(Patient/patient-gb-1, Organization/clinic-gb-0001)
