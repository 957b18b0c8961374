package org.ketamineregistry.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller is to the registry. A caller has one role. */
public enum Role {
  /** A clinic's system, which submits: its own patients and submissions only. */
  SUBMITTING_CLINIC,
  /** A person who treats at a clinic, and reads what that clinic submitted. */
  CLINICIAN,
  /** Asks for protected aggregates, and sees no record. */
  ANALYST,
  /** Keeps the registry: registers clinics, reads records, links pseudonyms, decides on reviews. */
  STEWARD,
  /** Another national registry: protected answers only. */
  PEER,
  /** Reads the audit, and nothing else. */
  AUDITOR,
  /** Anybody, without a token: protected public aggregates, the guide, metadata. */
  PUBLIC,
  /** Everybody on this machine, where no identity provider is configured. */
  OPEN;

  /** As a token says it, for example {@code submitting-clinic}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role that a token may claim; empty for what is none, and for those that need no token. */
  public static Optional<Role> claimed(String code) {
    return Arrays.stream(values())
        .filter(role -> role != PUBLIC && role != OPEN)
        .filter(role -> role.code().equals(code))
        .findFirst();
  }
}
