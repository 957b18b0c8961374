package org.ketamineregistry.adapter.hl7v2;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was read at a place.
 *
 * @param place where it stands, or would have to
 * @param text null where nothing is given, or what is given was no use
 * @param faulty whether it was no use, which was told
 */
record Reading(Place place, @Nullable String text, boolean faulty) {
  static Reading of(Place place, String text) {
    return new Reading(place, text, false);
  }

  static Reading nothing(Place place) {
    return new Reading(place, null, false);
  }

  static Reading faulty(Place place) {
    return new Reading(place, null, true);
  }

  boolean isGiven() {
    return text != null;
  }

  /** The text of something that is given. */
  String required() {
    return Objects.requireNonNull(text, "Nothing is given.");
  }

  /** The same place with another text; nothing stays nothing. */
  Reading map(UnaryOperator<String> change) {
    return text == null ? this : of(place, change.apply(text));
  }

  /** This, or where nothing is given at all what is given there. */
  Reading or(Reading other) {
    return text == null && !faulty && (other.isGiven() || other.faulty()) ? other : this;
  }

  boolean is(String value) {
    return value.equals(text);
  }
}
