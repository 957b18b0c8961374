package org.ketamineregistry.database;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** How Boot's data source reaches a database of the embedded server. */
record AccountConnectionDetails(String jdbcUrl, String username, String password)
    implements JdbcConnectionDetails {

  @Override
  public String getJdbcUrl() {
    return jdbcUrl;
  }

  @Override
  public String getUsername() {
    return username;
  }

  @Override
  public String getPassword() {
    return password;
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return username + " at " + jdbcUrl;
  }
}
