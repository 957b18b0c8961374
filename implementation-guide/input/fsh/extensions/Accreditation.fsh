Extension: Accreditation
Id: accreditation
Title: "Accreditation"
Description: "An accreditation of a clinic, with the body that gave it and the period for which it is in force. A clinic without one in force is not refused; its sessions are found."
Context: Organization
* insert Definition
* ^purpose = "R11"
* extension contains
    accreditingBody 1..1 and
    number 0..1 and
    period 1..1
* extension[accreditingBody] ^short = "Name of the body that accredits"
* extension[accreditingBody].value[x] 1..1
* extension[accreditingBody].value[x] only string
* extension[number] ^short = "Number of the certificate"
* extension[number].value[x] 1..1
* extension[number].value[x] only string
* extension[period] ^short = "When the accreditation is in force; without an end it is open"
* extension[period].value[x] 1..1
* extension[period].value[x] only Period
* extension[period].valuePeriod.start 1..1
