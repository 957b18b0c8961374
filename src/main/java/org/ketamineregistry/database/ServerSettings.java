package org.ketamineregistry.database;

import org.springframework.util.unit.DataSize;

/**
 * The settings of the embedded server, written anew at each start. An operator's own settings
 * belong below the include line of {@code postgresql.conf}.
 *
 * @param port the TCP port on the loopback interface
 * @param sharedBuffers memory for the page cache
 * @param maxConnections the most connections at a time
 * @param durable whether a committed transaction survives a crash; only tests do without
 */
record ServerSettings(int port, DataSize sharedBuffers, int maxConnections, boolean durable) {

  /** Returns the settings in the syntax of {@code postgresql.conf}. */
  String text() {
    String durability = durable ? "on" : "off";
    // No socket file: it would stand in a folder that every user of the machine can reach.
    // Terse errors and no statement texts: what they quote may be data of patients.
    return """
    # Written by the registry at each start; changes here are lost.
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = ''
    max_connections = %d
    shared_buffers = '%dkB'
    work_mem = '16MB'
    maintenance_work_mem = '128MB'
    random_page_cost = 1.1
    fsync = %s
    synchronous_commit = %s
    full_page_writes = %s
    wal_compression = on
    max_wal_size = '2GB'
    checkpoint_timeout = '10min'
    timezone = 'UTC'
    log_timezone = 'UTC'
    log_checkpoints = off
    log_error_verbosity = terse
    log_min_error_statement = panic
    """
        .formatted(
            port, maxConnections, sharedBuffers.toKilobytes(), durability, durability, durability);
  }
}
