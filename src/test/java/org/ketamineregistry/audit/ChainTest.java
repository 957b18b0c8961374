package org.ketamineregistry.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row has one form as bytes, in which everything of it stands. */
class ChainTest {
  private static final Object[] VALUES = {
    1L,
    new UUID(0, 1),
    Instant.parse("2026-03-01T12:00:00.123456Z"),
    "R",
    "read",
    "client",
    "user",
    "clinician",
    "system|value",
    "TREAT",
    "request",
    200,
    "not-found",
    "permitted",
    List.of("Patient/1"),
    List.of("1"),
    List.of("2"),
    List.of("identifier"),
    "digest"
  };

  static List<String> components() {
    return Arrays.stream(AuditRow.class.getRecordComponents())
        .map(RecordComponent::getName)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("components")
  void standsForEveryComponentOfARow(String name) throws ReflectiveOperationException {
    Object[] changed = VALUES.clone();
    int index = components().indexOf(name);
    changed[index] = other(VALUES[index]);

    assertThat(Chain.hash(row(changed))).isNotEqualTo(Chain.hash(row(VALUES)));
  }

  @Test
  void tellsNothingFromTheEmptyText() throws ReflectiveOperationException {
    Object[] empty = VALUES.clone();
    Object[] none = VALUES.clone();
    empty[6] = "";
    none[6] = null;

    assertThat(Chain.hash(row(empty))).isNotEqualTo(Chain.hash(row(none)));
  }

  @Test
  void letsNoTextRunIntoTheNext() throws ReflectiveOperationException {
    Object[] one = VALUES.clone();
    Object[] other = VALUES.clone();
    one[4] = "readcl";
    one[5] = "ient";
    other[4] = "read";
    other[5] = "client";

    assertThat(Chain.hash(row(one))).isNotEqualTo(Chain.hash(row(other)));
  }

  /** Written down, since a log that was sealed by one version is verified by all later ones. */
  @Test
  void isTheSameInEveryVersion() throws ReflectiveOperationException {
    String hash = Chain.hash(row(VALUES));

    assertThat(hash).isEqualTo("0e32332332ac71af1ad6fbb2850bdeac823c80d572f3edfa72e3d581f5d51a78");
    assertThat(Chain.link(Chain.START, 1, hash))
        .isEqualTo("fbb0c4d06426af63bc91c4babf1d6b0a1b59abbebfc229e95226d3461fb21ef8");
  }

  private static AuditRow row(Object... values) throws ReflectiveOperationException {
    Constructor<?> constructor = AuditRow.class.getDeclaredConstructors()[0];
    return (AuditRow) constructor.newInstance(values);
  }

  private static Object other(Object value) {
    if (value instanceof Long number) {
      return number + 1;
    } else if (value instanceof Integer number) {
      return number + 1;
    } else if (value instanceof UUID) {
      return new UUID(0, 2);
    } else if (value instanceof Instant at) {
      return at.plusNanos(1_000);
    } else if (value instanceof List<?> list) {
      return List.of(list.get(0), "another");
    }
    return value + "x";
  }
}
