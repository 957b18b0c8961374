package org.ketamineregistry.adapter.mapping;

import java.time.ZoneId;
import org.ketamineregistry.adapter.ClinicReader;
import org.ketamineregistry.adapter.DatePolicy;
import org.ketamineregistry.adapter.Part;
import org.ketamineregistry.adapter.Pseudonyms;
import org.ketamineregistry.adapter.Site;

/**
 * The clinic that a mapping is of.
 *
 * @param id the identifier that the registry gave it
 * @param namespace under which its records are identified
 * @param zone of its clocks
 * @param dates what becomes of dates
 */
public record ClinicPart(String id, String namespace, ZoneId zone, DatePolicy dates) {

  /** Reads the part {@code clinic} of a mapping. */
  public static ClinicPart read(Part root) {
    Part clinic = root.at("clinic").only("id", "namespace", "zone", "dates");
    return new ClinicPart(
        ClinicReader.id(clinic, "id"),
        ClinicReader.namespace(clinic),
        ClinicReader.zone(clinic),
        ClinicReader.dates(clinic));
  }

  /** The clinic as the records' owner. */
  public Site site(Pseudonyms pseudonyms) {
    return new Site(id, namespace, zone, pseudonyms, dates);
  }
}
