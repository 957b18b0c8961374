Extension: TlsKey
Id: tls-key
Title: "TLS Key"
Description: "The SHA-256 digest of a public key (SubjectPublicKeyInfo) by which a member of the network proves itself over TLS, in Base64. Where it is named, a certificate of another key is not believed, whoever signed it."
Context: Endpoint
* insert Definition
* ^purpose = "R10: a registry speaks to members of the network at the addresses of its signed directory, and to nobody else."
* value[x] 1..1
* value[x] only string
