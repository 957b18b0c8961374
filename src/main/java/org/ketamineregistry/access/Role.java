package org.ketamineregistry.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a caller is to the registry. A caller has one role. */
public enum Role {
  /** A clinic's system, which submits: its own patients and submissions only. */
  SUBMITTING_CLINIC(Purpose.TREATMENT),
  /** A person who treats at a clinic, and reads what that clinic submitted. */
  CLINICIAN(Purpose.TREATMENT),
  /**
   * Asks for protected aggregates; for approved research gets flat files of those who permit it,
   * under pseudonyms. Sees no record.
   */
  ANALYST(Purpose.PUBLIC_HEALTH, Purpose.RESEARCH),
  /**
   * Keeps the registry: registers clinics, reads records, links pseudonyms, decides on reviews, and
   * hands records to approved research.
   */
  STEWARD(Purpose.PUBLIC_HEALTH, Purpose.PATIENT_SAFETY, Purpose.RESEARCH, Purpose.ADMINISTRATION),
  /** Another national registry: protected answers only. */
  PEER(Purpose.PUBLIC_HEALTH),
  /** Reads the audit, and nothing else. */
  AUDITOR(Purpose.ADMINISTRATION),
  /** Anybody, without a token: protected public aggregates, the guide, metadata. */
  PUBLIC,
  /** Everybody on this machine, where no identity provider is configured. */
  OPEN;

  private final Set<Purpose> purposes;

  Role(Purpose... purposes) {
    this.purposes = Set.of(purposes);
  }

  /** What a caller of this role may want the data for; none where no token is needed. */
  public Set<Purpose> purposes() {
    return purposes;
  }

  /** Whether a caller of this role speaks for a clinic, and so has to name one. */
  public boolean isOfAClinic() {
    return this == SUBMITTING_CLINIC || this == CLINICIAN;
  }

  /** Whether a system may have this role; whoever treats is a person and signs in. */
  public boolean mayBeASystems() {
    return this != CLINICIAN;
  }

  /** Whether a person may have this role, who signs in; the others are for systems alone. */
  public boolean mayBeAPersons() {
    return this == CLINICIAN || this == ANALYST || this == STEWARD || this == AUDITOR;
  }

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
