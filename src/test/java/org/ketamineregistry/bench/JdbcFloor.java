package org.ketamineregistry.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.ketamineregistry.bench.Workload.Sending;
import org.ketamineregistry.database.DurableDatabase;

/**
 * What PostgreSQL alone needs for the same JSON: one row a resource, one transaction a bundle, no
 * check, no index but the key. It runs in the process of the load itself.
 */
final class JdbcFloor implements Load.Target, AutoCloseable {
  private final DurableDatabase database;
  private final HikariDataSource pool;

  JdbcFloor(DurableDatabase database, int connections) throws SQLException {
    this.database = database;
    var config = new HikariConfig();
    config.setJdbcUrl(database.account().getJdbcUrl());
    config.setUsername(database.account().getUsername());
    config.setPassword(database.account().getPassword());
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.setMaximumPoolSize(connections);
    config.setAutoCommit(false);
    pool = new HikariDataSource(config);
    try (var connection = pool.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE resource (id uuid PRIMARY KEY, content text NOT NULL)");
      connection.commit();
    }
  }

  DurableDatabase database() {
    return database;
  }

  @Override
  public void take(Sending sending) throws SQLException {
    try (var connection = pool.getConnection();
        var insert = connection.prepareStatement("INSERT INTO resource VALUES (?, ?)")) {
      for (String resource : sending.resources()) {
        insert.setObject(1, UUID.randomUUID());
        insert.setString(2, resource);
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
    }
  }

  @Override
  public Duration serverCpu() throws IOException {
    return CpuTime.of(ProcessHandle.current().pid());
  }

  @Override
  public Duration databaseCpu() throws IOException {
    return CpuTime.ofFamily(database.pid());
  }

  @Override
  public void close() {
    try (database) {
      pool.close();
    }
  }
}
