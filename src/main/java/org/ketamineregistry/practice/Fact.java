package org.ketamineregistry.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules need to know of one stored resource. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Fact.TreatmentConsent.class, name = "treatment-consent"),
  @JsonSubTypes.Type(value = Fact.SharingConsent.class, name = "sharing-consent"),
  @JsonSubTypes.Type(value = Fact.Administration.class, name = "administration"),
  @JsonSubTypes.Type(value = Fact.Measurement.class, name = "measurement"),
  @JsonSubTypes.Type(value = Fact.Weight.class, name = "weight"),
  @JsonSubTypes.Type(value = Fact.TakeHome.class, name = "take-home"),
  @JsonSubTypes.Type(value = Fact.Clinic.class, name = "clinic")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Fact {

  /** Whether the patient could decide, as assessed on the date of the decision (R16). */
  enum Capacity {
    HAS_CAPACITY,
    LACKS_CAPACITY,
    NOT_ASSESSED
  }

  /**
   * A consent to the treatment (R4–R6, R15–R17).
   *
   * @param inForce false for a withdrawn, rejected or mistaken one
   * @param decidedAt when the patient decided
   * @param consultationDate the day of the consultation; null where not recorded
   * @param capacity as assessed
   * @param written whether it is in writing
   * @param informationSheet canonical and version of the sheet; null where none was given
   * @param optionsDiscussed whether licensed options were discussed; null where not recorded
   */
  record TreatmentConsent(
      boolean inForce,
      Instant decidedAt,
      @Nullable LocalDate consultationDate,
      Capacity capacity,
      boolean written,
      @Nullable String informationSheet,
      @Nullable Boolean optionsDiscussed)
      implements Fact {}

  /**
   * A patient's decisions about sharing.
   *
   * @param decidedAt when the patient decided
   * @param withdrawnAt when the patient took it back; null where it stands
   * @param capacity as assessed on that date; a consent without capacity permits nothing (R16)
   * @param provisions the decision for each purpose
   */
  record SharingConsent(
      Instant decidedAt,
      @Nullable Instant withdrawnAt,
      Capacity capacity,
      List<Provision> provisions)
      implements Fact {}

  /**
   * The decision for one purpose.
   *
   * @param purpose a code of the guide's registry purposes
   * @param permit whether the patient permits it
   * @param from the first instant at which it holds; null for from the decision on
   * @param until the last instant at which it holds; null for without end
   */
  record Provision(
      String purpose, boolean permit, @Nullable Instant from, @Nullable Instant until) {}

  /**
   * A dose given (R18, R23).
   *
   * @param start when it began
   * @param day the day on which it began, where it was given
   * @param session the registry's id of the session
   * @param ongoing whether it had not ended when it was reported
   * @param substance the guide's substance code; racemic ketamine, esketamine and arketamine differ
   * @param route the route's code
   * @param doseMg the dose in mg of base
   * @param observed whether staff observed it
   */
  record Administration(
      Instant start,
      LocalDate day,
      String session,
      boolean ongoing,
      String substance,
      String route,
      BigDecimal doseMg,
      boolean observed)
      implements Fact {}

  /**
   * Something that was measured in a session (R8).
   *
   * @param session the registry's id of the session
   * @param codes what was measured, each as {@code system|code}
   * @param timing before, during or after the dose; null where not recorded
   */
  record Measurement(String session, List<String> codes, @Nullable String timing) implements Fact {}

  /**
   * A body weight.
   *
   * @param at when it was taken
   * @param kg in kg
   */
  record Weight(Instant at, BigDecimal kg) implements Fact {}

  /**
   * A supply to take home (R2).
   *
   * @param handedOver when
   * @param substance the substance code of the guide
   * @param route the route's code
   * @param quantityMg the whole quantity in mg of base
   * @param days for how many days
   */
  record TakeHome(
      Instant handedOver, String substance, String route, BigDecimal quantityMg, BigDecimal days)
      implements Fact {}

  /**
   * A clinic's accreditations (R11).
   *
   * @param accreditations the periods in which it was accredited
   */
  record Clinic(List<Validity> accreditations) implements Fact {}

  /**
   * A period of days, both ends included.
   *
   * @param from the first day
   * @param until the last day; null for without end
   */
  record Validity(LocalDate from, @Nullable LocalDate until) {
    /** Whether a day lies in the period. */
    public boolean covers(LocalDate day) {
      return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
  }
}
