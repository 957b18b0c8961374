package org.ketamineregistry.store;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.practice.FactReader;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the facts of a patient from the resources again, when facts have taken another form. */
final class FactRenewal {
  private final DaoRegistry daos;
  private final JdbcTemplate jdbc;

  FactRenewal(DaoRegistry daos, JdbcTemplate jdbc) {
    this.daos = daos;
    this.jdbc = jdbc;
  }

  private record Stored(String type, String id) {}

  void renew(String patient) {
    List<Stored> all =
        jdbc.query(
            "SELECT resource_type, id FROM registry.record WHERE patient = ?::uuid AND"
                + " resource_type <> 'DetectedIssue'",
            (row, number) -> new Stored(row.getString(1), row.getString(2)),
            patient);
    all.forEach(this::renew);
  }

  private void renew(Stored stored) {
    var resource =
        (Resource)
            daos.getResourceDao(stored.type())
                .read(
                    new IdType(stored.type(), stored.id()),
                    SystemRequestDetails.forAllPartitions());
    // The registry itself wrote which profile is met, and what the references mean.
    String profile = resource.getMeta().getProfile().get(0).getValue();
    String fact = FactReader.read(resource, profile, Map.of()).map(FactJson::write).orElse(null);
    jdbc.update("UPDATE registry.record SET fact = ?::jsonb WHERE id = ?::uuid", fact, stored.id());
  }
}
