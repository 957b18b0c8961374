package org.ketamineregistry.practice;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.Canonical;

/** How the elements of a valid resource are read: dates that may be partial, codes, extensions. */
final class Elements {
  /** Where a day ends last on earth, for a date that has no time zone. */
  private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

  private static final int DAY_LENGTH = 10;

  private Elements() {}

  /** The day that a date means; of a year or month the first. */
  static LocalDate day(BaseDateTimeType value) {
    String text = value.getValueAsString();
    return LocalDate.parse(
        switch (text.length()) {
          case 4 -> text + "-01-01";
          case 7 -> text + "-01";
          default -> text.substring(0, DAY_LENGTH);
        });
  }

  /** The day that a date means; of a year or month the last. */
  static LocalDate lastDay(BaseDateTimeType value) {
    String text = value.getValueAsString();
    return switch (text.length()) {
      case 4 -> LocalDate.parse(text + "-12-31");
      case 7 -> YearMonth.parse(text).atEndOfMonth();
      default -> day(value);
    };
  }

  /** A date without a time of day counts from its first moment. */
  static Instant moment(BaseDateTimeType value) {
    return hasTime(value)
        ? value.getValue().toInstant()
        : day(value).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** When the day is over that a date means, by the clocks of where it was written. */
  static Instant dayOver(BaseDateTimeType value) {
    ZoneOffset offset =
        hasTime(value) ? OffsetDateTime.parse(value.getValueAsString()).getOffset() : LAST;
    return lastDay(value).plusDays(1).atStartOfDay().toInstant(offset);
  }

  private static boolean hasTime(BaseDateTimeType value) {
    return value.getValueAsString().length() > DAY_LENGTH;
  }

  /** A time in hours or days. */
  static Duration duration(Quantity time) {
    long hoursEach = time.getCode().equals("d") ? 24 : 1;
    return Duration.ofMinutes(
        time.getValue().multiply(BigDecimal.valueOf(hoursEach * 60)).longValue());
  }

  /** The codes of a concept, each as {@code system|code}. */
  static List<String> codes(CodeableConcept concept) {
    return concept.getCoding().stream()
        .map(coding -> coding.getSystem() + "|" + coding.getCode())
        .toList();
  }

  static String code(CodeableConcept concept) {
    return concept.getCodingFirstRep().getCode();
  }

  static String idOf(Reference reference, Map<String, String> targets) {
    String target = targets.getOrDefault(reference.getReference(), reference.getReference());
    return target.substring(target.indexOf('/') + 1);
  }

  static @Nullable Type value(DomainResource resource, String extension) {
    Extension found = resource.getExtensionByUrl(Canonical.extension(extension));
    return found == null ? null : found.getValue();
  }

  static boolean truth(DomainResource resource, String extension, boolean otherwise) {
    return value(resource, extension) instanceof BooleanType truth
        ? truth.booleanValue()
        : otherwise;
  }

  static @Nullable String text(@Nullable Element value) {
    return value instanceof PrimitiveType<?> primitive ? primitive.getValueAsString() : null;
  }
}
