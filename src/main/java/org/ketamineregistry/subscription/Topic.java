package org.ketamineregistry.subscription;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ketamineregistry.practice.Rule;
import org.ketamineregistry.profiles.Canonical;

/** What can be subscribed to; the guide's page on subscriptions says the same. */
public enum Topic {
  /** A finding of good practice came, ended, or stands again (R1, R26). */
  FINDING_CHANGED(
      "finding-changed",
      "DetectedIssue",
      Map.of(
          "code",
          Arrays.stream(Rule.values()).map(Rule::code).collect(Collectors.toUnmodifiableSet()),
          "severity",
          Set.of("high", "moderate", "low"),
          "status",
          Set.of("final", "cancelled"))),
  /** An adverse event was stored, or changed (R14). */
  ADVERSE_EVENT_REPORTED(
      "adverse-event-reported",
      "AdverseEvent",
      Map.of("seriousness", Set.of("Serious", "Non-serious"))),
  /**
   * What a patient decided about sharing was stored, so that whoever holds copies can obey (R16).
   * Its focus is the Patient; who may not read that any more is told without it.
   */
  SHARING_DECISION_CHANGED("sharing-decision-changed", "Patient", Map.of());

  private static final String BASE = Canonical.BASE + "/SubscriptionTopic/";

  private final String code;
  private final String focus;
  private final Map<String, Set<String>> filters;

  Topic(String code, String focus, Map<String, Set<String>> filters) {
    this.code = code;
    this.focus = focus;
    this.filters = filters;
  }

  /** The last part of the canonical URL. */
  public String code() {
    return code;
  }

  /** By which a subscription names it, {@code Subscription.criteria}. */
  public String canonical() {
    return BASE + code;
  }

  /** The type of the record that an event is about. */
  public String focus() {
    return focus;
  }

  /**
   * Whether it is told that something happened though the subscriber may not read of what. Else
   * what the subscriber may not read is no event to it.
   */
  public boolean isToldWithoutFocus() {
    return this == SHARING_DECISION_CHANGED;
  }

  /** What a filter may go by, with the values that there are. */
  Map<String, Set<String>> filters() {
    return filters;
  }

  /** The topic of a canonical URL. */
  public static Optional<Topic> named(String canonical) {
    return Arrays.stream(values()).filter(one -> one.canonical().equals(canonical)).findFirst();
  }

  /** The topic of a {@link #code}. */
  public static Optional<Topic> coded(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  /** All canonical URLs, in their order. */
  public static List<String> canonicals() {
    return Arrays.stream(values()).map(Topic::canonical).toList();
  }
}
