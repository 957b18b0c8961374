package org.ketamineregistry.adapter.mapping;

import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.ketamineregistry.adapter.Pseudonyms;
import org.ketamineregistry.adapter.Site;

/**
 * The clinic that a mapping is of.
 *
 * @param id the identifier that the registry gave it
 * @param namespace under which its records are identified
 * @param zone of its clocks
 */
public record ClinicPart(String id, String namespace, ZoneId zone) {
  private static final int LONGEST_NAMESPACE = 150;

  /** Reads the part {@code clinic} of a mapping. */
  public static ClinicPart read(Part root) {
    Part clinic = root.at("clinic").only("id", "namespace", "zone");
    return new ClinicPart(clinic.required("id"), namespace(clinic), zone(clinic));
  }

  /** The clinic as the records' owner. */
  public Site site(Pseudonyms pseudonyms) {
    return new Site(id, namespace, zone, pseudonyms);
  }

  private static String namespace(Part clinic) {
    String namespace = clinic.required("namespace");
    try {
      if (!namespace.isEmpty()
          && (!URI.create(namespace).isAbsolute()
              || namespace.endsWith("/")
              || namespace.length() > LONGEST_NAMESPACE)) {
        clinic
            .at("namespace")
            .mistake("has to be an absolute URI of the clinic's own, without a slash at its end.");
      }
    } catch (IllegalArgumentException e) {
      clinic.at("namespace").mistake("has to be an absolute URI, such as https://clinic.example.");
    }
    return namespace;
  }

  private static ZoneId zone(Part clinic) {
    String zone = clinic.required("zone");
    try {
      return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException e) {
      clinic.at("zone").mistake("is no time zone; it is one such as Europe/London.");
      return ZoneOffset.UTC;
    }
  }
}
