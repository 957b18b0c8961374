package org.ketamineregistry.adapter.fhir;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.ketamineregistry.adapter.mapping.Unfit;
import org.ketamineregistry.refusal.ErrorCode;

/** Days of the clinic's calendar; of a time the day that its clocks showed. */
final class Days implements ElementReading.OfOne {
  private static final int DAY = 10;

  @Override
  public Optional<String> read(Base element, ElementReading.Around around) throws Unfit {
    Optional<String> text = ElementReading.plain(element);
    if (text.isEmpty() || text.get().length() <= DAY) {
      return text;
    }
    try {
      return Optional.of(
          OffsetDateTime.parse(text.get())
              .atZoneSameInstant(around.zone())
              .toLocalDate()
              .toString());
    } catch (DateTimeException e) {
      throw new Unfit(
          ErrorCode.VALUE_INVALID,
          "It has to be a date, or a time in the calendar with its offset.");
    }
  }
}
