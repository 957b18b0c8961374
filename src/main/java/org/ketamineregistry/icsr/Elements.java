package org.ketamineregistry.icsr;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseHasExtensions;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Amount;
import org.ketamineregistry.profiles.Canonical;

/** How the elements of a valid record are read. */
final class Elements {
  private Elements() {}

  static Stream<Type> extensions(IBaseHasExtensions element, String id) {
    String url = Canonical.extension(id);
    return element.getExtension().stream()
        .filter(extension -> url.equals(extension.getUrl()))
        .map(extension -> (Type) extension.getValue());
  }

  static Optional<Type> extension(IBaseHasExtensions element, String id) {
    return extensions(element, id).findFirst();
  }

  /** The text of an extension whose value is a primitive; null where it is not there. */
  static @Nullable String text(IBaseHasExtensions element, String id) {
    return extension(element, id).map(Type::primitiveValue).orElse(null);
  }

  /** A date as E2B(R3) writes it; null where there is none. */
  static @Nullable String date(@Nullable Type value) {
    return value instanceof BaseDateTimeType date && date.hasValue()
        ? E2bDate.ofFhir(date.getValueAsString())
        : null;
  }

  static boolean has(CodeableConcept concept, String code) {
    return concept.getCoding().stream().map(Coding::getCode).anyMatch(code::equals);
  }

  static @Nullable String code(CodeableConcept concept) {
    return concept.hasCoding() ? concept.getCodingFirstRep().getCode() : null;
  }

  static Amount amount(Quantity quantity) {
    return new Amount(number(quantity.getValue()), quantity.getCode());
  }

  static String number(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
