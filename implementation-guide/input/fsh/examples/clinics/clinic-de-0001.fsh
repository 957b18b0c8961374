Instance: clinic-de-0001
InstanceOf: KetamineClinic
Usage: #example
Title: "Nordlicht Clinic"
Description: "Registration of a clinic whose accreditation has lapsed: it is stored, and its sessions are found (R11)."
* extension[accreditation].extension[accreditingBody].valueString = "Beispiel-Landesprüfamt"
* extension[accreditation].extension[period].valuePeriod.start = "2023-01-01"
* extension[accreditation].extension[period].valuePeriod.end = "2025-12-31"
* extension[oversightBody].extension[name].valueString = "Ethikkommission Beispielstadt"
* extension[oversightBody].extension[identifier].valueIdentifier.system = "https://register.example/sid/committee"
* extension[oversightBody].extension[identifier].valueIdentifier.value = "EK-77"
* extension[oversightProcedure][0].valueCode = #protocol-approval
* extension[oversightProcedure][1].valueCode = #incident-review
* identifier[clinic].value = "DE-0001"
* active = true
* name = "Nordlicht Clinic"
* address.country = "DE"
