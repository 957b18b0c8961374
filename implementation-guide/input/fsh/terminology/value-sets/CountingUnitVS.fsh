ValueSet: CountingUnitVS
Id: counting-unit-vs
Title: "Counting Units"
Description: "What one is, when a population is counted."
* insert Definition
* ^purpose = "R7, R20: a number says what it counts."
* CountingUnitCS#patient "Patient"
* CountingUnitCS#course "Course"
* CountingUnitCS#session "Session"
* CountingUnitCS#administration "Administration"
* CountingUnitCS#adverse-event "Adverse event"
* CountingUnitCS#score "Score"
