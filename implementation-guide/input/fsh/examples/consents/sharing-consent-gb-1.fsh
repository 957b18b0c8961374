Instance: sharing-consent-gb-1
InstanceOf: RegistrySharingConsent
Usage: #example
Title: "Sharing Consent for Three Purposes"
Description: "Three purposes permitted, two denied."
* insert RiversideSharingConsent(Patient/patient-gb-1, Organization/clinic-gb-0001)
