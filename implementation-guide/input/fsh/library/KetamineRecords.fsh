Instance: KetamineRecords
InstanceOf: Library
Usage: #definition
Title: "Records in CQL"
Description: "What the records of the registry say, in the words that the indicators use: sessions, doses, exposure, courses, and the bands of the dimensions."
* insert CqlLibrary(KetamineRecords)
* title = "Records in CQL"
* description = "What the records of the registry say, in the words that the indicators use: sessions, doses, exposure, courses, and the bands of the dimensions."
* purpose = "R7, R23, S4"
