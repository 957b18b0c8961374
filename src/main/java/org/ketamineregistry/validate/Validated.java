package org.ketamineregistry.validate;

import java.util.List;
import org.ketamineregistry.ingest.Submitted;
import org.ketamineregistry.refusal.Notice;

/** A submission whose every resource meets its profile. Only {@link Validation} makes one. */
public final class Validated {
  private final Submitted submitted;
  private final List<ValidatedEntry> entries;
  private final List<Notice> notices;

  Validated(Submitted submitted, List<ValidatedEntry> entries, List<Notice> notices) {
    this.submitted = submitted;
    this.entries = List.copyOf(entries);
    this.notices = List.copyOf(notices);
  }

  public Submitted submitted() {
    return submitted;
  }

  /** The resources, each after those of the same bundle that it refers to. */
  public List<ValidatedEntry> entries() {
    return entries;
  }

  public List<Notice> notices() {
    return notices;
  }
}
