package org.ketamineregistry.synthetic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.Organization;

/**
 * A clinic that registers itself with the registry and then submits.
 *
 * @param identifier the registry's identifier of the clinic, such as {@code GB-0001}
 * @param jurisdiction ISO 3166 code of the country, or {@code XX} for nowhere
 * @param accreditedFrom first day of its accreditation
 * @param accreditedUntil last day of its accreditation, which for a few clinics lies in the past
 * @param laxity how many times more often than usual its records show poor practice
 * @param hamilton whether it follows depression by HAM-D17 rather than by QIDS-SR16
 * @param staff decides who prescribes there
 */
public record Clinic(
    String identifier,
    String jurisdiction,
    String name,
    LocalDate accreditedFrom,
    LocalDate accreditedUntil,
    double laxity,
    boolean hamilton,
    long staff) {

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
  private static final Map<String, String> ZONES =
      Map.of(
          "GB", "Europe/London",
          "IE", "Europe/Dublin",
          "DE", "Europe/Berlin",
          "CH", "Europe/Zurich",
          "FR", "Europe/Paris",
          "NL", "Europe/Amsterdam",
          "US", "America/Chicago",
          "CA", "America/Toronto",
          "AU", "Australia/Sydney");
  private static final String[] PLACES = {
    "Alderbrook",
    "Beckside",
    "Castlemoor",
    "Dunmere",
    "Elmgate",
    "Fernhollow",
    "Greywater",
    "Harrowdale",
    "Inverlow",
    "Juniper Hill",
    "Kestrel Park",
    "Larkfield",
    "Marlow Bridge",
    "Northwick",
    "Oakhurst",
    "Pinecrest",
    "Quarry Bank",
    "Rowanleigh",
    "Saltmarsh",
    "Thornbury Vale",
    "Underwood",
    "Valley Cross",
    "Westering",
    "Yarrowfield"
  };
  private static final String[] KINDS = {
    "Ketamine Clinic", "Mood Centre", "Interventional Psychiatry Unit", "Depression Service"
  };

  static Clinic draw(int number, String jurisdiction, Dice dice) {
    int place = (number - 1) % PLACES.length;
    int kind = (number - 1 + (number - 1) / PLACES.length) % KINDS.length;
    boolean lapsed = number > 1 && dice.chance(0.06);
    LocalDate until =
        Cohort.REFERENCE_DATE.plusDays(lapsed ? -dice.between(30, 400) : dice.between(90, 900));
    return new Clinic(
        String.format(Locale.ROOT, "%s-%04d", jurisdiction, number),
        jurisdiction,
        PLACES[place] + " " + KINDS[kind],
        Cohort.REFERENCE_DATE.minusYears(5).minusDays(dice.between(0, 700)),
        until,
        dice.chance(0.15) ? 2.5 : 0.74,
        dice.chance(0.2),
        dice.fork("staff").between(0, Integer.MAX_VALUE - 1));
  }

  /**
   * The Organization by which the clinic becomes known; it is put by its identifier before any
   * submission.
   */
  public Organization registration() {
    return ClinicRecord.of(this);
  }

  /** The URL by which submissions refer to the clinic. */
  String url() {
    return "Organization?identifier=" + Vocabulary.CLINIC + "|" + identifier;
  }

  /** The clinic's own identifier system for one kind of record. */
  String system(String kind) {
    return "https://ehr." + identifier.toLowerCase(Locale.ROOT) + ".example/sid/" + kind;
  }

  /** A moment on the clinic's wall clock, with its offset, to the second. */
  String moment(LocalDateTime local) {
    return INSTANT.format(local.atZone(zone()));
  }

  private ZoneId zone() {
    return ZoneId.of(ZONES.getOrDefault(jurisdiction, "UTC"));
  }
}
