package org.ketamineregistry.adapter.mapping;

import java.time.Instant;
import java.time.ZoneId;
import org.ketamineregistry.adapter.ClinicReader;
import org.ketamineregistry.adapter.DatePolicy;
import org.ketamineregistry.adapter.Origin;
import org.ketamineregistry.adapter.Part;
import org.ketamineregistry.adapter.Pseudonyms;
import org.ketamineregistry.adapter.Sha256;
import org.ketamineregistry.adapter.Site;

/**
 * The clinic that a mapping is of.
 *
 * @param id the identifier that the registry gave it
 * @param namespace under which its records are identified
 * @param zone of its clocks
 * @param dates what becomes of dates
 * @param basis on which the clinic gives its records to the registry
 */
public record ClinicPart(
    String id, String namespace, ZoneId zone, DatePolicy dates, Origin.Basis basis) {

  /** Reads the part {@code clinic} of a mapping. */
  public static ClinicPart read(Part root) {
    Part clinic = root.at("clinic").only("id", "namespace", "zone", "lawful-basis", "dates");
    return new ClinicPart(
        ClinicReader.id(clinic, "id"),
        ClinicReader.namespace(clinic),
        ClinicReader.zone(clinic),
        ClinicReader.dates(clinic),
        ClinicReader.basis(clinic));
  }

  /** The clinic as the records' owner. */
  public Site site(Pseudonyms pseudonyms) {
    return new Site(id, namespace, zone, pseudonyms, dates);
  }

  /**
   * Where records come from that a mapping makes.
   *
   * @param mapping its name
   * @param text its text
   * @param source SHA-256 of what it reads
   * @param now when the records are made
   */
  public Origin origin(Origin.Kind kind, String mapping, String text, String source, Instant now) {
    return new Origin(kind, basis, new Origin.Mapping(mapping, Sha256.of(text)), source, now);
  }
}
