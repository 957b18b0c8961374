package org.ketamineregistry.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what is stored, past HAPI, as reading all of it asks for. */
final class StoredResources {
  /** HAPI's name for text that lies in the row itself, which is how it writes here. */
  private static final String PLAIN = "JSON";

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final JdbcTemplate jdbc;
  private final IParser parser;

  StoredResources(JdbcTemplate jdbc, FhirContext context) {
    this.jdbc = jdbc;
    parser = context.newJsonParser();
  }

  /**
   * A record with its resource.
   *
   * @param current absent where HAPI has none
   */
  record Held(String id, @Nullable FlatResource current) {}

  /**
   * The next records after one, by id.
   *
   * @param after the last that was read; null for the beginning
   * @param lock whether nobody may change them until the transaction ends
   */
  List<Held> next(@Nullable String after, int most, boolean lock) {
    return jdbc.query(
        """
        SELECT r.id, r.resource_type, v.res_ver, v.res_encoding, v.res_text_vc
        FROM registry.record r
        LEFT JOIN (public.hfj_resource h JOIN public.hfj_res_ver v
          ON v.res_id = h.res_id AND v.res_ver = h.res_ver)
          ON h.fhir_id = r.id::text AND h.res_type = r.resource_type
        WHERE r.id > ?
        ORDER BY r.id LIMIT ?
        """
            + (lock ? "FOR UPDATE OF r" : ""),
        (row, number) -> {
          String id = row.getString(1);
          String version = row.getString(3);
          return new Held(
              id,
              version == null
                  ? null
                  : new FlatResource(
                      read(row.getString(2), id, row.getString(4), row.getString(5)),
                      version,
                      false));
        },
        after == null ? BEFORE_ALL : UUID.fromString(after),
        most);
  }

  private Resource read(String type, String id, String encoding, @Nullable String text) {
    if (!PLAIN.equals(encoding) || text == null) {
      throw new IllegalStateException(
          type + "/" + id + " is stored as " + encoding + ", which this version does not read");
    }
    try {
      var resource = (Resource) parser.parseResource(text);
      resource.setId(new IdType(type, id));
      return resource;
    } catch (DataFormatException e) {
      // Its words, and those of its cause, could quote the record.
      throw new IllegalStateException(type + "/" + id + " is stored, but cannot be read");
    }
  }
}
