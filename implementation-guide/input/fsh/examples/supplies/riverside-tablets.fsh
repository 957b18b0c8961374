Instance: riverside-tablets
InstanceOf: KetamineMedication
Usage: #inline
* id = "riverside-tablets"
* code.coding[substance] = KetamineSubstanceCS#racemic-ketamine "Racemic ketamine"
* batch.lotNumber = "SL-209"
