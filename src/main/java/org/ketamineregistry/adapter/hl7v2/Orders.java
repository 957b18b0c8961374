package org.ketamineregistry.adapter.hl7v2;

import java.util.List;
import org.ketamineregistry.refusal.ErrorCode;

/** What is read of an order (ORC), and of numbers that are given to things (type EI). */
final class Orders {
  private static final int CONTROL = 1;
  private static final int PLACER = 2;
  private static final int FILLER = 3;

  /** New, services follow, changed, by request or not, accepted, status, refilled. */
  private static final List<String> TAKEN = List.of("NW", "RE", "XO", "XX", "OK", "SC", "RF");

  private Orders() {}

  /** Tells an order that is taken back, which no record says. */
  static void check(Line orc, Recording recording) {
    Reading control = recording.required(orc.at(CONTROL), "what the message does to the order");
    if (control.isGiven() && !TAKEN.contains(control.required())) {
      recording.refused(
          ErrorCode.CODE_NOT_ALLOWED,
          control,
          "It has to be one of "
              + String.join(", ", TAKEN)
              + ". To take back an administration send it with RXA-21 D; what was supplied is"
              + " corrected in the registry.");
    }
  }

  /** By which an order is known: the placer's number, or else the filler's. */
  static Reading key(Line orc) {
    return entity(orc, PLACER).or(entity(orc, FILLER));
  }

  /** A number with the name of whoever gave it. */
  static Reading entity(Line line, int field) {
    Reading namespace = line.at(field, 2);
    return line.at(field)
        .map(number -> namespace.isGiven() ? number + '^' + namespace.required() : number);
  }

  /** The key of a part of something. */
  static Reading within(Reading whole, Reading part) {
    if (!whole.isGiven()) {
      return whole;
    }
    return part.map(text -> whole.required() + '/' + text);
  }
}
