/**
 * HL7 v2.5.1: messages of hospitals' systems, by MLLP and in files, as records of the guide, each
 * answered by an acknowledgement (R7, R9, R10). What a message says of names, addresses and numbers
 * of persons is never read; the one number by which the clinic knows a patient becomes a pseudonym.
 */
@NamedInterface("hl7v2")
@NullMarked
package org.ketamineregistry.adapter.hl7v2;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
