package org.ketamineregistry.adapter.hl7v2;

import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.v251.message.ADT_A01;
import ca.uhn.hl7v2.model.v251.message.ADT_A05;
import ca.uhn.hl7v2.model.v251.message.ORU_R01;
import ca.uhn.hl7v2.model.v251.message.RAS_O17;
import ca.uhn.hl7v2.model.v251.message.RDE_O11;
import ca.uhn.hl7v2.model.v251.message.RDS_O13;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** The messages that are read, by type and event (MSH-9), each with its structure in v2.5.1. */
enum Event {
  ADMITTED("ADT^A01", ADT_A01::new),
  REGISTERED("ADT^A04", ADT_A01::new),
  UPDATED("ADT^A08", ADT_A01::new),
  PERSON_UPDATED("ADT^A31", ADT_A05::new),
  ADMINISTERED("RAS^O17", RAS_O17::new),
  DISPENSED("RDS^O13", RDS_O13::new),
  ENCODED_ORDER("RDE^O11", RDE_O11::new),
  OBSERVED("ORU^R01", ORU_R01::new);

  private final String type;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor has no state
  private final Supplier<Message> structure;

  Event(String type, Supplier<Message> structure) {
    this.type = type;
    this.structure = structure;
  }

  Message structure() {
    return structure.get();
  }

  static Optional<Event> of(String type) {
    return Arrays.stream(values()).filter(event -> event.type.equals(type)).findFirst();
  }

  /** The types of all, in words. */
  static String types() {
    return String.join(", ", Arrays.stream(values()).map(event -> event.type).toList());
  }
}
