package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.projection.FlatViews;
import org.ketamineregistry.store.FlatRenewal;
import org.ketamineregistry.store.FlatVerification;
import org.springframework.transaction.PlatformTransactionManager;

/** The flat tables, which grow with every write (R7, R19). */
@RegistryTest
class FlatTablesIT {
  private final RegistryUnderTest registry;
  private final FlatViews views;
  private final FlatVerification verification;
  private final FlatRenewal renewal;
  private final Ehr ehr = Ehr.fresh();

  FlatTablesIT(
      RegistryUnderTest registry, FlatViews views, PlatformTransactionManager transactions) {
    this.registry = registry;
    this.views = views;
    verification = new FlatVerification(registry.jdbc(), transactions);
    renewal = new FlatRenewal(registry.jdbc(), transactions);
  }

  @Test
  void haveASessionAsSoonAsItIsAnswered() {
    registry.treating(ehr);
    HttpAnswer answer = registry.submit(ehr.session());

    String session = id(answer.location("Encounter"));
    Map<String, Object> row =
        registry.jdbc().queryForMap("SELECT * FROM flat.session WHERE id = ?::uuid", session);
    assertThat(row)
        .containsEntry("resource_version", 1)
        .containsEntry("row_index", 0)
        .containsEntry("person", ehr.registryPseudonym())
        .containsEntry("clinic", row.get("clinic_id"))
        .containsEntry("status", "finished")
        .containsKey("started_at");
    assertThat(of("administration", "session_id", session)).isEqualTo(1);
    assertThat(different()).isEmpty();
  }

  @Test
  void haveWhatACorrectionMakesOfARecord() {
    registry.treating(ehr);
    String location = registry.submit(ehr.session()).location("Observation");
    Draft wrong = Draft.of(registry.get("/" + location).text());

    assertThat(registry.put("/" + location, wrong.withText("/status", "entered-in-error").text()))
        .isAccepted();

    assertThat(
            registry
                .jdbc()
                .queryForList(
                    """
                    SELECT status FROM flat.score WHERE id = ?::uuid
                    UNION ALL SELECT status FROM flat.measurement WHERE id = ?::uuid
                    UNION ALL SELECT status FROM flat.assessment WHERE id = ?::uuid
                    """,
                    String.class,
                    id(location),
                    id(location),
                    id(location)))
        .containsExactly("entered-in-error");
    assertThat(different()).isEmpty();
  }

  @Test
  void haveTheFindingsOfTheRules() {
    registry.treating(ehr);
    registry.submit(ehr.session());

    Long shown =
        registry
            .jdbc()
            .queryForObject(
                "SELECT count(*) FROM registry.finding f JOIN flat.finding t ON t.id = f.id"
                    + " JOIN flat.finding_record r ON r.finding_id = f.id"
                    + " WHERE t.person = ? AND t.rule = f.rule AND t.rule_set = f.rule_set",
                Long.class,
                ehr.registryPseudonym());
    assertThat(shown).isPositive();
  }

  @Test
  void verificationTellsOfARowThatWasChangedRemovedOrAdded() {
    registry.treating(ehr);
    HttpAnswer answer = registry.submit(ehr.session());
    String session = id(answer.location("Encounter"));
    for (String sabotage :
        List.of(
            "UPDATE flat.session SET setting = 'other' WHERE id = ?::uuid",
            "UPDATE flat.session SET person = 'other' WHERE id = ?::uuid",
            "UPDATE flat.session SET resource_version = 7 WHERE id = ?::uuid",
            "DELETE FROM flat.session WHERE id = ?::uuid",
            "INSERT INTO flat.session SELECT resource_id, resource_version, 1, person, clinic, id"
                + " FROM flat.session WHERE id = ?::uuid")) {
      registry.jdbc().update(sabotage, session);

      assertThat(different()).as(sabotage).containsExactly("session Encounter/" + session);

      renewal.renew(views);
      assertThat(different()).isEmpty();
    }
  }

  /** As after a migration: what was stored before is projected before the doors open. */
  @Test
  void areFilledOnceForTheseViews() {
    registry.treating(ehr);
    String session = id(registry.submit(ehr.session()).location("Encounter"));
    registry.jdbc().update("DELETE FROM flat.session WHERE id = ?::uuid", session);

    renewal.fillOnce(views);
    assertThat(of("session", "id", session)).isZero();

    registry.jdbc().update("UPDATE flat.filled SET views = 'others'");
    renewal.fillOnce(views);
    assertThat(of("session", "id", session)).isEqualTo(1);
    assertThat(different()).isEmpty();
  }

  private List<String> different() {
    return verification.verify(views).entrySet().stream()
        .flatMap(
            table -> table.getValue().different().stream().map(id -> table.getKey() + " " + id))
        .toList();
  }

  private long of(String table, String column, String id) {
    return registry
        .jdbc()
        .queryForObject(
            "SELECT count(*) FROM flat." + table + " WHERE " + column + " = ?",
            Long.class,
            UUID.fromString(id));
  }

  private static String id(String location) {
    return location.substring(location.indexOf('/') + 1);
  }
}
