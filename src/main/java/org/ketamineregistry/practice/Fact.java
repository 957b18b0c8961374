package org.ketamineregistry.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Duration;
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
  @JsonSubTypes.Type(value = Fact.Assessment.class, name = "assessment"),
  @JsonSubTypes.Type(value = Fact.TakeHome.class, name = "take-home"),
  @JsonSubTypes.Type(value = Fact.Session.class, name = "session"),
  @JsonSubTypes.Type(value = Fact.PrescriberReview.class, name = "prescriber-review"),
  @JsonSubTypes.Type(value = Fact.Course.class, name = "course"),
  @JsonSubTypes.Type(value = Fact.Comorbidity.class, name = "comorbidity"),
  @JsonSubTypes.Type(value = Fact.Event.class, name = "adverse-event"),
  @JsonSubTypes.Type(value = Fact.Death.class, name = "death"),
  @JsonSubTypes.Type(value = Fact.Clinic.class, name = "clinic")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Fact {

  /** Whether it is whole: what still goes on is told whole by a later version of its record. */
  default boolean whole() {
    return true;
  }

  /** Whether the patient could decide, as assessed on the date of the decision (R16). */
  enum Capacity {
    HAS_CAPACITY,
    LACKS_CAPACITY,
    NOT_ASSESSED
  }

  /** The classes of adverse events by which deadlines differ (R14). */
  enum Seriousness {
    FATAL_OR_LIFE_THREATENING,
    SERIOUS,
    NON_SERIOUS
  }

  /**
   * A consent to the treatment (R4–R6, R15–R17).
   *
   * @param inForce false for a withdrawn, rejected or mistaken one
   * @param decidedAt when the patient decided
   * @param decidedOn the day of it, where it was decided
   * @param consultationDate the day of the consultation; null where not recorded
   * @param capacity as assessed, of the patient or of the representative who decided by law
   * @param assessedOn the day on which capacity was assessed; null where it was not
   * @param written whether it is in writing
   * @param informationSheet canonical and version of the sheet; null where none was given
   * @param optionsDiscussed whether licensed options were discussed; null where not recorded
   */
  record TreatmentConsent(
      boolean inForce,
      Instant decidedAt,
      LocalDate decidedOn,
      @Nullable LocalDate consultationDate,
      Capacity capacity,
      @Nullable LocalDate assessedOn,
      boolean written,
      @Nullable String informationSheet,
      @Nullable Boolean optionsDiscussed)
      implements Fact {}

  /**
   * A patient's decisions about sharing.
   *
   * @param decidedAt when the patient decided
   * @param withdrawnAt when the patient took it back; null where it stands
   * @param capacity as assessed on that date, of whoever decided; a consent without capacity
   *     permits nothing (R16)
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
   * @param stopped whether it was stopped before its end
   * @param doseMg the dose in mg of base
   * @param observed whether staff observed it
   */
  record Administration(
      Instant start,
      LocalDate day,
      String session,
      boolean ongoing,
      boolean stopped,
      Product product,
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
   * An assessment by which the patient is followed: a score, or a finding without one (R19, R21).
   *
   * @param at when
   * @param day the day of it, where it was made
   * @param codes what was assessed, each as {@code system|code}
   * @param score the total; null where it is none
   * @param recall the time before it that it speaks about; null where it says none
   */
  record Assessment(
      Instant at,
      LocalDate day,
      List<String> codes,
      @Nullable Integer score,
      @Nullable Duration recall)
      implements Fact {}

  /**
   * A supply to take home (R2).
   *
   * @param handedOver when
   * @param day the day of it, where it was handed over
   * @param quantityMg the whole quantity in mg of base
   * @param days for how many days
   * @param dosesADay how many doses a day it is or suffices for; null where it does not say
   */
  record TakeHome(
      Instant handedOver,
      LocalDate day,
      Product product,
      BigDecimal quantityMg,
      BigDecimal days,
      @Nullable BigDecimal dosesADay)
      implements Fact {}

  /**
   * A visit in which ketamine is given (R8).
   *
   * @param day the day on which it began, where it was
   * @param course the registry's id of the course
   * @param end when it ended; null while it goes on
   * @param dayOver when the day was over on which it ended, where it was; null while it goes on
   * @param fitToLeave whether it says when the patient was fit to leave
   */
  record Session(
      LocalDate day,
      String course,
      @Nullable Instant end,
      @Nullable Instant dayOver,
      boolean fitToLeave)
      implements Fact {
    @Override
    public boolean whole() {
      return end != null;
    }
  }

  /**
   * A review by the prescriber (R3).
   *
   * @param day the day of it
   * @param courses the registry's ids of the courses reviewed
   */
  record PrescriberReview(LocalDate day, List<String> courses) implements Fact {}

  /**
   * A course of treatment.
   *
   * @param start its first day
   * @param active whether it goes on, by its status
   */
  record Course(LocalDate start, boolean active) implements Fact {}

  /**
   * A condition beside the one that is treated (S3).
   *
   * @param codes what it is, each as {@code system|code}
   * @param from its first day, or the day from which it is known; null where neither is recorded
   * @param until its last day; null where not recorded
   * @param active whether the patient still has it
   */
  record Comorbidity(
      List<String> codes, @Nullable LocalDate from, @Nullable LocalDate until, boolean active)
      implements Fact {
    boolean hasBegunOn(LocalDate day) {
      return from == null || !day.isBefore(from);
    }

    /** One that has ended on a day that nobody recorded is not held against any day. */
    boolean isPresentOn(LocalDate day) {
      return hasBegunOn(day) && (until == null ? active : !day.isAfter(until));
    }
  }

  /**
   * An adverse event (R14).
   *
   * @param awareOn the day on which the clinic became aware of it
   * @param dayOver when that day was over, where it was
   * @param fatal whether the patient died of it
   */
  record Event(Seriousness seriousness, LocalDate awareOn, Instant dayOver, boolean fatal)
      implements Fact {}

  /** The patient has died. */
  record Death() implements Fact {}

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
