package org.ketamineregistry.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded PostgreSQL server on one data folder, from the lock of the folder to the end of the
 * last process.
 *
 * <p>It listens on the loopback interface only and asks for a password (SCRAM), because every user
 * of the machine reaches the loopback interface.
 */
final class PostgresServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

  private final DataFolder folder;
  private final FolderLock lock;
  private final ServerSettings settings;
  private final Cluster cluster;
  private final String password;
  private boolean closed;

  private PostgresServer(
      DataFolder folder, FolderLock lock, ServerSettings settings, Cluster cluster)
      throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.settings = settings;
    this.cluster = cluster;
    if (folder.hasCluster()) {
      folder.requireUsableCluster();
    }
    this.password = folder.password();
  }

  /**
   * Takes the data folder for this process; no server is started yet.
   *
   * @throws DatabaseStartException when another process has the folder, or no server can run on it
   */
  static PostgresServer on(DatabaseProperties properties, int maxConnections, boolean durable)
      throws IOException {
    DataFolder folder = DataFolder.open(properties.folder());
    FolderLock lock = FolderLock.take(folder.path());
    try {
      int port = properties.port() == 0 ? freePort() : properties.port();
      return new PostgresServer(
          folder,
          lock,
          new ServerSettings(port, properties.sharedBuffers(), maxConnections, durable),
          new Cluster(
              folder,
              new PostgresPrograms(PostgresArchive.unpackInto(properties.binariesFolder())),
              properties.startTimeout(),
              properties.stopTimeout()));
    } catch (IOException | RuntimeException refused) {
      lock.close();
      throw refused;
    }
  }

  /**
   * Starts the server. One that a killed registry left behind on the folder is stopped first, as it
   * may run with other settings.
   *
   * @throws DatabaseStartException when it does not start
   */
  synchronized void start() throws IOException, SQLException {
    if (closed) {
      throw new IllegalStateException("The embedded PostgreSQL has already been closed");
    }
    try {
      cluster.stopOrphan();
      requireFreePort();
      if (!folder.hasCluster()) {
        cluster.make();
      }
      cluster.start(settings);
      RegistryAccount.ensure(this);
    } catch (IOException | SQLException | RuntimeException failed) {
      closeAfter(failed);
      throw failed;
    }
    LOG.info(
        "PostgreSQL {} runs on 127.0.0.1:{} with its data in {}",
        DataFolder.MAJOR_VERSION,
        settings.port(),
        folder.cluster());
  }

  /** Stops the server and gives the folder free; does nothing the second time. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (lock) {
      cluster.stop();
    } catch (IOException failed) {
      throw new UncheckedIOException("PostgreSQL could not be stopped on " + folder.path(), failed);
    }
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(settings.port(), database);
  }

  /** Returns the password of the superuser and of the registry's account. */
  String password() {
    return password;
  }

  Connection connectAsSuperuser() throws SQLException {
    return DriverManager.getConnection(jdbcUrl("postgres"), Cluster.SUPERUSER, password);
  }

  private void closeAfter(Exception failure) {
    try {
      close();
    } catch (UncheckedIOException second) {
      failure.addSuppressed(second);
    }
  }

  private void requireFreePort() throws IOException {
    try {
      new ServerSocket(settings.port(), 1, loopback()).close();
    } catch (IOException occupied) {
      throw new DatabaseStartException(
          "The embedded PostgreSQL cannot listen on 127.0.0.1:" + settings.port(),
          "Free the port, or set registry.database.port to another one or to 0.",
          occupied);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
      return socket.getLocalPort();
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }
}
