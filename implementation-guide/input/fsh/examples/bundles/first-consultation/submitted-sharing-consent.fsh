Instance: submitted-sharing-consent
InstanceOf: RegistrySharingConsent
Usage: #inline
* insert RiversideSharingConsent(urn:uuid:148de9c5-a7a4-4d19-856c-d9ae1a554bf6, [[Organization?identifier=https://ketamine-registry.example/fhir/sid/clinic|GB-0001]])
