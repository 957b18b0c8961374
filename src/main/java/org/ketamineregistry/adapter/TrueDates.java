package org.ketamineregistry.adapter;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a source whose dates are moved must not bring, since its true date counts. */
final class TrueDates {
  private static final Set<String> DENIALS = Set.of("deny", "inactive");
  private static final Set<String> ENDED = Set.of("finished", "cancelled", "entered-in-error");
  private static final String STATUS = "status";

  private TrueDates() {}

  /**
   * Why a whole kind of record needs its true dates; empty where it does not.
   *
   * @param kind of the record
   */
  static Optional<String> ofKind(String kind) {
    // An authority counts the days from when an event became known (R14).
    return kind.equals("adverse-event")
        ? Optional.of(
            "Adverse events are reported to authorities within days of their true dates, so they"
                + " are not brought with dates that are moved. Leave them out here, and send them"
                + " as FHIR, with the administration that is suspected, or by dates: exact.")
        : Optional.empty();
  }

  /**
   * Why a record needs its true dates; empty where it does not. A withdrawal that was dated back
   * could count as older than a permission that was given before it (R16), and a course that goes
   * on is judged by today's date, by which its reviews would be overdue (R3).
   *
   * @param given its fields, by name
   * @return the field that says so, by name, and the words
   */
  static Optional<Map.Entry<String, String>> ofRecord(String kind, Map<String, Given> given) {
    return switch (kind) {
      case "sharing-consent" ->
          given.entrySet().stream()
              .filter(
                  one ->
                      one.getKey().equals("withdrawn") || DENIALS.contains(one.getValue().text()))
              .findFirst()
              .map(
                  one ->
                      Map.entry(
                          one.getKey(),
                          "A refusal or a withdrawal counts from its true date, so it is not"
                              + " brought with dates that are moved. Send this consent as FHIR, or"
                              + " by dates: exact."));
      case "course" ->
          Optional.ofNullable(given.get(STATUS))
                  .map(Given::text)
                  .filter(ENDED::contains)
                  .isPresent()
              ? Optional.empty()
              : Optional.of(
                  Map.entry(
                      STATUS,
                      "A course that goes on is judged by today's date, so it is not brought with"
                          + " dates that are moved. Bring it when it is finished or cancelled, or"
                          + " by dates: exact."));
      default -> Optional.empty();
    };
  }
}
