CodeSystem: SessionsSoFarCS
Id: sessions-so-far-cs
Title: "Sessions So Far"
Description: "Bands of the number of sessions that a patient has had, that one included, over all courses at the clinic."
* insert Definition
* ^purpose = "R7, R20: answers stratify by the sessions that went before."
* ^caseSensitive = true
* insert BandProperties(sessions)
* #1 "First session" "The first session."
* insert Band(1, 1, 2)
* #2-6 "2 to 6 sessions" "2 to 6 sessions."
* insert Band(2-6, 2, 7)
* #7-12 "7 to 12 sessions" "7 to 12 sessions."
* insert Band(7-12, 7, 13)
* #13-24 "13 to 24 sessions" "13 to 24 sessions."
* insert Band(13-24, 13, 25)
* #25-52 "25 to 52 sessions" "25 to 52 sessions."
* insert Band(25-52, 25, 53)
* #53-and-over "53 sessions and more" "53 sessions and more."
* insert BandFrom(53-and-over, 53)
