package org.ketamineregistry.icsr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Which observations are relevant to a reaction (F.r), by time and session alone, from ninety days
 * before it began to thirty days after:
 *
 * <ul>
 *   <li>of a laboratory, all;
 *   <li>of a session, those of the sitting in which it began, and of each test the last before it;
 *   <li>of the course, of each test the last before it and the first after it.
 * </ul>
 */
final class RelevantTests {
  private static final int DAYS_BEFORE = 90;
  private static final int DAYS_AFTER = 30;

  private final EventRecords records;
  private final Lexicon lexicon;
  private final String start;

  private RelevantTests(EventRecords records, Lexicon lexicon, String start) {
    this.records = records;
    this.lexicon = lexicon;
    this.start = start;
  }

  /** The relevant observations, the earliest first; none where nobody knows when it began. */
  static List<Observation> of(EventRecords records, Lexicon lexicon) {
    String start = Elements.date(records.event().getDateElement());
    String from = start == null ? null : E2bDate.plusDays(start, -DAYS_BEFORE);
    String until = start == null ? null : E2bDate.plusDays(start, DAYS_AFTER);
    return start == null || from == null || until == null
        ? List.of()
        : new RelevantTests(records, lexicon, start).between(from, until);
  }

  private List<Observation> between(String from, String until) {
    Encounter sitting = Sitting.of(records).orElse(null);
    Map<String, Observation> before = new HashMap<>();
    Map<String, Observation> after = new HashMap<>();
    List<Observation> ofTheTime =
        records
            .observations()
            .filter(one -> E2bDate.isNotAfter(from, made(one)))
            .filter(one -> E2bDate.isNotAfter(made(one), until))
            .filter(one -> TestKind.code(one, lexicon).isPresent())
            .toList();
    for (Observation one : ofTheTime) {
      if (!isOf(one, sitting)) {
        if (E2bDate.isNotAfter(made(one), start)) {
          before.put(test(one), one);
        } else {
          after.putIfAbsent(test(one), one);
        }
      }
    }
    return ofTheTime.stream()
        .filter(
            one ->
                switch (kind(one)) {
                  case LABORATORY -> true;
                  case SESSION -> isOf(one, sitting) || before.containsValue(one);
                  case COURSE -> before.containsValue(one) || after.containsValue(one);
                })
        .toList();
  }

  /** A scale of the course belongs to no sitting, wherever it was filled in. */
  private boolean isOf(Observation one, @Nullable Encounter sitting) {
    return sitting != null
        && kind(one) == TestKind.SESSION
        && records.found(one.getEncounter(), Encounter.class).filter(sitting::equals).isPresent();
  }

  private Coding code(Observation one) {
    return TestKind.code(one, lexicon).orElseThrow();
  }

  private TestKind kind(Observation one) {
    return TestKind.of(code(one), lexicon).orElseThrow();
  }

  private String test(Observation one) {
    return code(one).getSystem() + "|" + code(one).getCode();
  }

  private static String made(Observation one) {
    return Objects.requireNonNull(Elements.date(one.getEffective()));
  }
}
