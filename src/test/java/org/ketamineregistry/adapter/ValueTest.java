package org.ketamineregistry.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a field takes. */
class ValueTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @ParameterizedTest
  @CsvSource({
    "DECIMAL, 0.5, 0.5",
    "DECIMAL, -3, -3",
    "COUNT, 12, 12",
    "BOOLEAN, true, true",
    "DATE, 2026, \"2026\"",
    "DATE, 2026-02, \"2026-02\"",
    "DATE, 2024-02-29, \"2024-02-29\"",
    "MOMENT, 2026-01-15, \"2026-01-15\"",
    "MOMENT, 2026-01-15T09:30, \"2026-01-15T09:30:00Z\"",
    "MOMENT, 2026-07-15 09:30, \"2026-07-15T09:30:00+01:00\"",
    "MOMENT, 2026-07-15T09:30:15.5+02:00, \"2026-07-15T09:30:15+02:00\""
  })
  void isRead(FieldType type, String text, String json) throws Exception {
    assertThat(Value.read(field(type), text, LONDON).whole().toString()).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource({
    "DECIMAL, '1,5'",
    "DECIMAL, 1e9",
    "DECIMAL, 1.",
    "COUNT, -1",
    "COUNT, 1.0",
    "BOOLEAN, yes",
    "DATE, 2026-13",
    "DATE, 2026-02-30",
    "DATE, 03/04/2026",
    "MOMENT, 2026-02-30",
    "MOMENT, 2026-01-15T25:00",
    "MOMENT, 2026-03-29T01:30",
    "MOMENT, 2026-10-25T01:30",
    "MOMENT, 2026-01-15T09:30+99:00"
  })
  void isRefusedWithoutBeingRepeated(FieldType type, String text) {
    assertThatThrownBy(() -> Value.read(field(type), text, LONDON))
        .isInstanceOf(Value.Unreadable.class)
        .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain(text));
  }

  @Test
  void anHourThatTheClocksGoThroughTwiceNeedsItsOffset() throws Exception {
    assertThat(
            Value.read(field(FieldType.MOMENT), "2026-10-25T01:30+00:00", LONDON)
                .whole()
                .textValue())
        .isEqualTo("2026-10-25T01:30:00Z");
  }

  private static Field field(FieldType type) {
    return new Field("field", type, true, null, Map.of(), null, "a field");
  }
}
