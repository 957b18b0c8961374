package org.ketamineregistry.adapter;

import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

/** What every declaration says of the clinic, in the same words. */
public final class ClinicReader {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");
  private static final Pattern WEEKS = Pattern.compile("[1-9]\\d?");
  private static final int LONGEST_NAMESPACE = 150;
  private static final String NAMESPACE = "namespace";
  private static final String ZONE = "zone";

  private ClinicReader() {}

  /** The identifier that the registry gave the clinic. */
  public static String id(Part part, String name) {
    return part.required(name, ID, "the identifier that the registry gave the clinic");
  }

  /** The address of the clinic's own, under which records are numbered. */
  public static String namespace(Part part) {
    String namespace = part.required(NAMESPACE);
    try {
      if (!namespace.isEmpty()
          && (!URI.create(namespace).isAbsolute()
              || namespace.endsWith("/")
              || namespace.contains("|")
              || namespace.length() > LONGEST_NAMESPACE)) {
        part.at(NAMESPACE)
            .mistake("has to be an absolute URI of the clinic's own, without a slash at its end.");
      }
    } catch (IllegalArgumentException e) {
      part.at(NAMESPACE).mistake("has to be an absolute URI, such as https://clinic.example.");
    }
    return namespace;
  }

  /** Where the clinic's clocks are. */
  public static ZoneId zone(Part part) {
    String zone = part.required(ZONE);
    try {
      return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException e) {
      part.at(ZONE).mistake("is no time zone; it is one such as Europe/London.");
      return ZoneOffset.UTC;
    }
  }

  /** On which lawful basis the clinic gives its records to the registry (R16). */
  public static Origin.Basis basis(Part part) {
    String said = part.text("lawful-basis", "");
    if (Origin.Basis.codes().contains(said)) {
      return Origin.Basis.of(said);
    }
    part.at("lawful-basis")
        .mistake(
            (said.isBlank() ? "is missing; it is " : "has to be ")
                + "the lawful basis on which the clinic gives these records to the registry, which"
                + " its provenance attests: "
                + String.join(", ", Origin.Basis.codes())
                + ".");
    return Origin.Basis.OPT_IN;
  }

  /** What becomes of dates; nothing where nothing is said. */
  public static DatePolicy dates(Part part) {
    Part dates = part.at("dates").only("policy", "within-weeks", "deaths");
    if (!dates.isThere()) {
      return DatePolicy.EXACT;
    }
    boolean moves = dates.at("policy").oneOf(List.of("exact", "shift")).equals("shift");
    DatePolicy.Deaths deaths =
        dates.has("deaths")
            ? DatePolicy.Deaths.named(dates.at("deaths").oneOf(DatePolicy.Deaths.names()))
            : DatePolicy.Deaths.DAY;
    if (!moves) {
      if (dates.has("within-weeks")) {
        dates.at("within-weeks").mistake("goes with the policy shift.");
      }
      return new DatePolicy(0, deaths);
    }
    String wanted =
        "a number of weeks, from "
            + DatePolicy.FEWEST_WEEKS
            + " to "
            + DatePolicy.MOST_WEEKS
            + ", within which a patient's dates are moved";
    String weeks = dates.required("within-weeks", WEEKS, wanted);
    int within = WEEKS.matcher(weeks).matches() ? Integer.parseInt(weeks) : DatePolicy.FEWEST_WEEKS;
    if (within < DatePolicy.FEWEST_WEEKS || within > DatePolicy.MOST_WEEKS) {
      dates.at("within-weeks").mistake("has to be " + wanted + ".");
      return DatePolicy.EXACT;
    }
    return new DatePolicy(within, deaths);
  }
}
