package org.ketamineregistry.adapter;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The clinic whose data is brought.
 *
 * @param clinic the identifier that the registry gave it, such as {@code GB-0001}
 * @param namespace an absolute URI of the clinic's own, under which its records are identified;
 *     without a slash at its end
 * @param zone where clocks of the source are, for times that state no offset
 * @param pseudonyms how keys of the source become identifiers
 * @param dates what becomes of dates
 * @param origin where its records come from; null where nothing attests it
 */
public record Site(
    String clinic,
    String namespace,
    ZoneId zone,
    Pseudonyms pseudonyms,
    DatePolicy dates,
    @Nullable Origin origin) {
  /** A clinic that attests nothing of what it brings. */
  public Site(
      String clinic, String namespace, ZoneId zone, Pseudonyms pseudonyms, DatePolicy dates) {
    this(clinic, namespace, zone, pseudonyms, dates, null);
  }

  /** A clinic whose dates leave as they are. */
  public Site(String clinic, String namespace, ZoneId zone, Pseudonyms pseudonyms) {
    this(clinic, namespace, zone, pseudonyms, DatePolicy.EXACT);
  }

  /** The same clinic, which attests where its records come from. */
  public Site from(Origin told) {
    return new Site(clinic, namespace, zone, pseudonyms, dates, told);
  }

  /** The system of the identifiers of one kind of record. */
  String system(String kind) {
    return namespace + "/sid/" + kind;
  }

  /** How far the dates of a patient are moved; null where they are not. */
  @Nullable Move move(String patient) {
    return dates.moves() ? Move.of(patient, dates, pseudonyms, zone) : null;
  }
}
