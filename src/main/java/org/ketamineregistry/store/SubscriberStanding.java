package org.ketamineregistry.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Reach;
import org.ketamineregistry.consent.Clinics;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.subscription.Subscribed;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whether a subscriber is still somebody who may be told, as far as the registry itself knows: its
 * clinic is registered, and not closed ({@code Organization.active}). Everything else that a client
 * does comes with a token, which the identity provider stands for; a hook alone is called without
 * one ({@code docs/adr/030-a-hook-does-not-outlive-its-client.md}).
 */
final class SubscriberStanding {
  private static final String CLOSED =
      """
      SELECT EXISTS (SELECT FROM hfj_resource h JOIN hfj_res_ver v ON v.res_id = h.res_id AND v.res_ver = h.res_ver
        WHERE h.fhir_id = ?::text AND h.res_type = 'Organization' AND v.res_encoding = 'JSON'
          AND v.res_text_vc::jsonb ->> 'active' = 'false')
      """;

  private final JdbcTemplate jdbc;
  private final Clinics clinics;

  SubscriberStanding(JdbcTemplate jdbc, Clinics clinics) {
    this.jdbc = jdbc;
    this.clinics = clinics;
  }

  /**
   * The clinic of whose records a caller is told.
   *
   * @return null where it is told of those of all
   * @throws Refused 403 where the registry does not know the caller's clinic, or it is closed
   */
  @Nullable UUID owner(Caller caller, Reach reach) {
    if (reach == Reach.ALL) {
      return null;
    }
    UUID clinic = UUID.fromString(clinics.of(caller).orElseThrow());
    if (isClosed(clinic)) {
      throw Refused.because(
          ErrorCode.CLINIC_NOT_YOURS,
          "The registry has the clinic of this token on record as closed, and calls no hook for it."
              + " Ask the registry's steward to open it again (Organization.active), then send the"
              + " subscription again.");
    }
    return clinic;
  }

  /** Whether a subscriber may still be told. */
  boolean has(Subscribed subscribed) {
    UUID owner = subscribed.owner();
    try {
      return owner == null
          || (clinics.of(subscribed.subscriber()).filter(owner.toString()::equals).isPresent()
              && !isClosed(owner));
    } catch (Refused unknown) {
      return false;
    }
  }

  private boolean isClosed(UUID clinic) {
    return Boolean.TRUE.equals(jdbc.queryForObject(CLOSED, Boolean.class, clinic.toString()));
  }
}
