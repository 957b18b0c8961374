package org.ketamineregistry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.audit.CheckpointFolder;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.dao.DataAccessException;

/** The log is added to and nothing else, its chain misses no row, and what is done to it shows. */
class AuditTableIT {
  private static final String INSERT =
      """
      INSERT INTO registry.audit (id, at, action, interaction, client, role, request, status, records,
        patients, owners, parameters)
      VALUES (gen_random_uuid(), now(), 'R', 'read', 'late', 'open', 'request', 200, '{}', '{}', '{}', '{}')
      """;

  private final AuditDatabase audit;

  AuditTableIT(@TempDir Path folder) {
    audit = new AuditDatabase(folder);
  }

  private Connection connection() throws SQLException {
    JdbcConnectionDetails details = audit.details();
    Connection connection =
        DriverManager.getConnection(
            details.getJdbcUrl(), details.getUsername(), details.getPassword());
    connection.setAutoCommit(false);
    return connection;
  }

  @Nested
  class IsNeverChanged {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "UPDATE registry.audit SET client = 'nobody'",
          "DELETE FROM registry.audit",
          "TRUNCATE registry.audit",
          "UPDATE registry.audit_seal SET link = ''",
          "DELETE FROM registry.audit_seal",
          "TRUNCATE registry.audit_seal",
          "UPDATE registry.audit_checkpoint SET link = ''",
          "DELETE FROM registry.audit_checkpoint",
          "TRUNCATE registry.audit_checkpoint"
        })
    void byTheRegistrysOwnRole(String statement) {
      audit.append(1).seal();

      assertThatThrownBy(() -> audit.jdbc().execute(statement))
          .isInstanceOf(DataAccessException.class)
          .hasRootCauseInstanceOf(SQLException.class)
          .rootCause()
          .matches(cause -> "42501".equals(((SQLException) cause).getSQLState()));
      assertThat(audit.verify().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "UPDATE registry.audit SET client = 'nobody'",
          "DELETE FROM registry.audit_seal",
          "TRUNCATE registry.audit_checkpoint"
        })
    void whereTheRightIsGivenBackSinceATriggerRefusesToo(String statement) {
      audit.append(1).seal();
      audit
          .jdbc()
          .execute(
              "GRANT ALL ON registry.audit, registry.audit_seal, registry.audit_checkpoint TO"
                  + " CURRENT_USER");

      assertThatThrownBy(() -> audit.jdbc().execute(statement))
          .rootCause()
          .hasMessageContaining("The audit is never changed");
    }
  }

  @Nested
  class IsSealed {
    @Test
    void inTheOrderOfItsRowsWithoutAGap() {
      audit.append(3);
      audit.jdbc().queryForObject("SELECT nextval('registry.audit_number_seq')", Long.class);
      audit.append(2);

      assertThat(audit.seal()).isEqualTo(5);
      assertThat(audit.seal()).isZero();

      assertThat(
              audit
                  .jdbc()
                  .queryForList(
                      "SELECT number FROM registry.audit_seal ORDER BY position", Long.class))
          .containsExactly(1L, 2L, 3L, 5L, 6L);
      assertThat(audit.verify().problems()).isEmpty();
    }

    @Test
    void wholeThoughATransactionCommitsBehindWhatIsSealed() throws SQLException {
      try (Connection late = connection()) {
        late.createStatement().execute(INSERT);
        for (int round = 0; round < 4; round++) {
          audit.append(1);
          assertThat(audit.seal()).isEqualTo(1);
        }

        late.commit();
      }

      assertThat(audit.seal()).isEqualTo(1);
      assertThat(audit.verify())
          .matches(report -> report.isWhole() && report.sealed() == 5 && report.unsealed() == 0);
    }

    @Test
    void onAfterAStart() {
      audit.append(2).seal();

      audit.restart().append(2).seal();

      assertThat(audit.verify())
          .matches(report -> report.isWhole() && report.sealed() == 4 && report.unsealed() == 0);
    }

    @Test
    void byOneInstanceAtATime() throws SQLException {
      audit.append(2);
      try (Connection other = connection()) {
        other.createStatement().execute("SELECT pg_advisory_xact_lock(7312004119553)");

        assertThat(audit.seal()).isZero();
      }

      assertThat(audit.seal()).isEqualTo(2);
    }

    @Test
    void byAnyInstanceInTurn() {
      AuditSealer other = audit.sealer(Duration.ZERO);
      for (int round = 0; round < 3; round++) {
        audit.append(1).seal();
        audit.append(1);
        other.run();
      }

      assertThat(audit.verify()).matches(report -> report.isWhole() && report.sealed() == 6);
    }

    @Test
    void withACheckpointInTheFolderAndTheDatabase() {
      audit.append(3).seal();
      audit.append(2).seal();

      assertThat(new CheckpointFolder(audit.checkpoints()).read())
          .extracting(checkpoint -> checkpoint.position())
          .containsExactly(3L, 5L);
      assertThat(
              audit
                  .jdbc()
                  .queryForList("SELECT position FROM registry.audit_checkpoint", Long.class))
          .containsExactlyInAnyOrder(3L, 5L);
    }

    @Test
    void withNoMoreCheckpointsThanAreDue() {
      AuditSealer hourly = audit.sealer(Duration.ofHours(1));
      audit.append(1);
      hourly.run();
      audit.append(1);
      hourly.run();

      assertThat(new CheckpointFolder(audit.checkpoints()).read()).hasSize(1);
    }
  }

  @Nested
  class ShowsWhatASuperuserDid {
    private List<String> problems() {
      return audit.verify().problems();
    }

    @Test
    void byRemovingARow() {
      audit.append(5).seal();
      audit.tamper("DELETE FROM registry.audit WHERE number = 3");

      assertThat(problems()).containsExactly("Row 3, sealed at position 3, was removed.");
    }

    @Test
    void byChangingARow() {
      audit.append(5).seal();
      audit.tamper("UPDATE registry.audit SET client = 'somebody' WHERE number = 3");

      assertThat(problems()).containsExactly("Row 3, sealed at position 3, was changed.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "patients = ARRAY[gen_random_uuid()]",
          "at = at + interval '1 microsecond'",
          "status = 404",
          "records = '{}'"
        })
    void byChangingAnyPartOfIt(String change) {
      audit.append(2).seal();
      audit.tamper("UPDATE registry.audit SET " + change + " WHERE number = 2");

      assertThat(problems()).containsExactly("Row 2, sealed at position 2, was changed.");
    }

    @Test
    void byPuttingTwoRowsInEachOthersPlace() {
      audit.append(5).seal();
      audit.tamper(
          "ALTER TABLE registry.audit ALTER number DROP IDENTITY",
          "UPDATE registry.audit SET number = 100 WHERE number = 2",
          "UPDATE registry.audit SET number = 2 WHERE number = 3",
          "UPDATE registry.audit SET number = 3 WHERE number = 100");

      assertThat(problems())
          .containsExactly(
              "Row 2, sealed at position 2, was changed.",
              "Row 3, sealed at position 3, was changed.");
    }

    @Test
    void byPuttingSealsInAnotherOrderToo() {
      audit.append(5).seal();
      audit.tamper(
          "UPDATE registry.audit_seal SET position = 100 WHERE position = 2",
          "UPDATE registry.audit_seal SET position = 2 WHERE position = 3",
          "UPDATE registry.audit_seal SET position = 3 WHERE position = 100");

      assertThat(problems()).anyMatch(words -> words.startsWith("The chain breaks at position 2"));
    }

    @Test
    void byRemovingTheLastRowsWithTheirSealsAndCheckpoint() {
      audit.append(3).seal();
      audit.append(2).seal();
      audit.tamper(
          "DELETE FROM registry.audit WHERE number > 3",
          "DELETE FROM registry.audit_seal WHERE number > 3",
          "DELETE FROM registry.audit_checkpoint WHERE position > 3");

      assertThat(problems())
          .singleElement()
          .asString()
          .startsWith("The log ends at position 3, but the checkpoint of");
    }

    @Test
    void bySealingAnewWhatHeLeft() {
      audit.append(5).seal();
      audit.tamper(
          "DELETE FROM registry.audit WHERE number = 3",
          "DELETE FROM registry.audit_seal",
          "DELETE FROM registry.audit_checkpoint");
      audit.restart().append(1).seal();

      assertThat(problems())
          .singleElement()
          .asString()
          .startsWith("The log up to position 5 is another than when the checkpoint of");
    }
  }
}
