Instance: prescriber-gb-1
InstanceOf: KetaminePrescriber
Usage: #example
Title: "Psychiatrist"
Description: "A psychiatrist under both identifiers: the pseudonym that other clinics would compute as well, and the clinic's own."
* identifier[prescriberPseudonym].value = "91d4f1b0a3c86e5f27bb0c94e1d73a68f2095c4be7d81360aa94c7f5123e6b8d"
* identifier[clinicPrescriber].value = "RV-P07"
* active = true
* period.start = "2024-02-01"
* organization.reference = "Organization/clinic-gb-0001"
* code = PrescriberProfessionCS#psychiatrist
