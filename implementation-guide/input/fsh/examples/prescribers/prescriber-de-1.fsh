Instance: prescriber-de-1
InstanceOf: KetaminePrescriber
Usage: #example
Title: "Anaesthetist"
Description: "An anaesthetist whom the clinic names by its own identifier alone, and who no longer prescribes there."
* identifier[clinicPrescriber].value = "nl-0023"
* active = false
* period.start = "2023-01-01"
* period.end = "2026-11-15"
* organization.reference = "Organization/clinic-de-0001"
* code = PrescriberProfessionCS#anaesthetist
