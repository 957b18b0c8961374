package org.ketamineregistry.projection;

import java.math.BigDecimal;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Values of FHIR as the cells of a row have them. */
final class Cells {
  private Cells() {}

  /**
   * The value of a primitive.
   *
   * @return null where it has none but extensions
   * @throws IllegalStateException where it is of another type than the column
   */
  static @Nullable Object value(Base found, ColumnType type) {
    Object value =
        switch (type) {
          case TRUTH -> found instanceof BooleanType truth ? truth.getValue() : other(found, type);
          case WHOLE_NUMBER ->
              found instanceof IntegerType number ? number.getValue() : other(found, type);
          case DECIMAL -> found instanceof DecimalType number ? plain(number) : other(found, type);
          case KEY, TEXT, DAY, MOMENT ->
              found instanceof PrimitiveType<?> text ? text.getValueAsString() : other(found, type);
        };
    return value;
  }

  private static @Nullable BigDecimal plain(DecimalType number) {
    return number.getValue();
  }

  private static Object other(Base found, ColumnType type) {
    throw new IllegalStateException(
        "A column of type " + type + " was to hold " + found.fhirType());
  }
}
