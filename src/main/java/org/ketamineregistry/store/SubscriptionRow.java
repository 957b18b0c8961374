package org.ketamineregistry.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.access.Scopes;
import org.ketamineregistry.subscription.HookFailure;
import org.ketamineregistry.subscription.PayloadContent;
import org.ketamineregistry.subscription.Progress;
import org.ketamineregistry.subscription.State;
import org.ketamineregistry.subscription.Subscribed;
import org.ketamineregistry.subscription.Topic;
import org.ketamineregistry.subscription.Wish;

/** What the columns of a subscription say. */
final class SubscriptionRow {
  private SubscriptionRow() {}

  /** The subscription of a row. */
  static Subscribed read(ResultSet row) throws SQLException {
    String purpose = row.getString("purpose");
    String failure = row.getString("failure");
    int heartbeat = row.getInt("heartbeat");
    boolean beats = !row.wasNull();
    var caller =
        new Caller(
            row.getString("client"),
            row.getString("user_id"),
            Role.valueOf(row.getString("role")),
            row.getString("clinic"),
            purpose == null ? null : Purpose.coded(purpose).orElseThrow(),
            Scopes.ofClaim(row.getString("scopes")));
    return new Subscribed(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        caller,
        row.getObject("owner", UUID.class),
        row.getString("base"),
        new Wish(
            Topic.coded(row.getString("topic")).orElseThrow(),
            List.of((String[]) row.getArray("filters").getArray()),
            row.getString("reason"),
            URI.create(row.getString("endpoint")),
            PayloadContent.coded(row.getString("content")).orElseThrow(),
            row.getInt("max_count"),
            beats ? Duration.ofSeconds(heartbeat) : null,
            row.getTimestamp("ends_at").toInstant()),
        new Progress(
            State.valueOf(row.getString("state")),
            row.getInt("failures"),
            failure == null ? null : HookFailure.valueOf(failure),
            moment(row, "started_at"),
            moment(row, "next_at")),
        row.getTimestamp("changed_at").toInstant(),
        row.getLong("events"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  static @Nullable Timestamp at(@Nullable Instant moment) {
    return moment == null ? null : Timestamp.from(moment);
  }

  static @Nullable Integer seconds(@Nullable Duration time) {
    return time == null ? null : (int) time.toSeconds();
  }

  static @Nullable String code(Caller caller) {
    Purpose purpose = caller.purpose();
    return purpose == null ? null : purpose.code();
  }
}
