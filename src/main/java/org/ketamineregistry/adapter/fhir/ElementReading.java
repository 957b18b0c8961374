package org.ketamineregistry.adapter.fhir;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.ketamineregistry.adapter.mapping.Taken;
import org.ketamineregistry.adapter.mapping.Unfit;
import org.ketamineregistry.refusal.ErrorCode;

/** How a value is read from elements. */
interface ElementReading {
  /** The resource that is read, and where the clinic's clocks are. */
  record Around(Resource resource, ZoneId zone) {}

  /**
   * Reads.
   *
   * @param found what the path finds
   * @return empty where nothing is said
   * @throws Unfit where it is not what the mapping says
   */
  Optional<String> read(List<Base> found, Around around) throws Unfit;

  /** How one element is read. */
  interface OfOne {
    /** Empty where the element says nothing. */
    Optional<String> read(Base element, Around around) throws Unfit;
  }

  /** Several elements have to say the same. */
  static ElementReading each(OfOne one) {
    return (found, around) -> {
      Set<String> texts = new LinkedHashSet<>();
      for (Base element : found) {
        one.read(element, around).ifPresent(texts::add);
      }
      if (texts.size() > 1) {
        throw new Unfit(
            ErrorCode.VALUE_INVALID,
            "The path finds values that differ, and there can be one alone. Make it narrower.");
      }
      return texts.stream().findFirst();
    };
  }

  /** As it stands. */
  static Optional<String> plain(Base element) {
    return Optional.ofNullable(element.primitiveValue())
        .map(String::strip)
        .filter(t -> !t.isEmpty());
  }

  /** What is taken of each text that is found. */
  static ElementReading taken(Taken taken, ElementReading reading) {
    return (found, around) -> {
      List<Base> parts = new ArrayList<>();
      for (Base element : found) {
        parts.add(new StringType(taken.of(plain(element).orElse(""))));
      }
      return reading.read(parts, around);
    };
  }

  static ElementReading constant(String text) {
    return (found, around) -> Optional.of(text);
  }
}
