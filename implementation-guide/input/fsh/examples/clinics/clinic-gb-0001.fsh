Instance: clinic-gb-0001
InstanceOf: KetamineClinic
Usage: #example
Title: "Riverside Clinic"
Description: "Registration of a clinic with an accreditation in force."
* extension[accreditation].extension[accreditingBody].valueString = "Example Health Inspectorate"
* extension[accreditation].extension[number].valueString = "EHI-20417"
* extension[accreditation].extension[period].valuePeriod.start = "2024-04-01"
* extension[accreditation].extension[period].valuePeriod.end = "2027-03-31"
* extension[oversightBody].extension[name].valueString = "Riverside Trust Medicines Committee"
* identifier[clinic].value = "GB-0001"
* active = true
* name = "Riverside Clinic"
* address.country = "GB"
