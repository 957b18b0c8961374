package org.ketamineregistry.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A version of a record.
 *
 * @param key HAPI's key of the version
 */
record HeldVersion(String type, String id, long key) {

  /** From columns of these names. */
  static HeldVersion of(ResultSet row) throws SQLException {
    return new HeldVersion(
        row.getString("resource_type"), row.getString("id"), row.getLong("version_key"));
  }
}
