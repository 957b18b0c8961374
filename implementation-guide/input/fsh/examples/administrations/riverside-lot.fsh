Instance: riverside-lot
InstanceOf: KetamineMedication
Usage: #inline
* id = "riverside-lot"
* code.coding[substance] = KetamineSubstanceCS#racemic-ketamine "Racemic ketamine"
* code.coding[1] = $sct#373464007 "Ketamine"
* batch.lotNumber = "KB4471"
* batch.expirationDate = "2027-08"
