package org.ketamineregistry.subscription;

import java.util.Locale;

/** What a notification is for, the codes of HL7's {@code subscription-notification-type}. */
public enum Notice {
  /** Whether the hook is there. */
  HANDSHAKE,
  /** That there is nothing to tell. */
  HEARTBEAT,
  EVENT_NOTIFICATION,
  /** The answer to {@code $status}. */
  QUERY_STATUS,
  /** The answer to {@code $events}. */
  QUERY_EVENT;

  /** The code of HL7. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
