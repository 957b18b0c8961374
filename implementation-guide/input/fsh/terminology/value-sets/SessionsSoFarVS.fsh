ValueSet: SessionsSoFarVS
Id: sessions-so-far-vs
Title: "Sessions So Far"
Description: "The bands of the dimension sessions so far."
* insert Definition
* ^purpose = "R7, R20: answers stratify by the sessions that went before."
* SessionsSoFarCS#1 "First session"
* SessionsSoFarCS#2-6 "2 to 6 sessions"
* SessionsSoFarCS#7-12 "7 to 12 sessions"
* SessionsSoFarCS#13-24 "13 to 24 sessions"
* SessionsSoFarCS#25-52 "25 to 52 sessions"
* SessionsSoFarCS#53-and-over "53 sessions and more"
* IndicatorBandCS#unknown "Unknown"
