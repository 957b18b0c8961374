package org.ketamineregistry.adapter.hl7v2;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.util.Terser;

/**
 * A segment of a message.
 *
 * @param segment as HAPI read it
 * @param number which of its name in the message, from 1
 */
record Line(Segment segment, int number) {
  /** What stands for "delete what you have", which a record that is replaced has no need of. */
  private static final String DELETED = "\"\"";

  Place place() {
    return Place.of(segment.getName(), number);
  }

  /** The first component of a field, in its first repetition. */
  Reading at(int field) {
    return at(field, 1, 1, place().field(field));
  }

  /** A component of a field, in its first repetition. */
  Reading at(int field, int component) {
    return at(field, 1, component, place().field(field).component(component));
  }

  /** A component of a repetition. */
  Reading at(int field, int repetition, int component) {
    return at(
        field,
        repetition,
        component,
        place().field(field).repetition(repetition).component(component));
  }

  int repetitions(int field) {
    try {
      return segment.getField(field).length;
    } catch (HL7Exception e) {
      throw new IllegalStateException("A segment has no such field: " + place().field(field), e);
    }
  }

  private Reading at(int field, int repetition, int component, Place place) {
    try {
      String text = Terser.get(segment, field, repetition - 1, component, 1);
      return text == null || text.isBlank() || text.equals(DELETED)
          ? Reading.nothing(place)
          : Reading.of(place, text.strip());
    } catch (HL7Exception e) {
      throw new IllegalStateException("A segment has no such field: " + place, e);
    }
  }
}
