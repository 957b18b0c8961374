/** Brings HL7 v2 messages to a registry, from files and by MLLP. */
@NullMarked
package org.ketamineregistry.cli.hl7v2;

import org.jspecify.annotations.NullMarked;
