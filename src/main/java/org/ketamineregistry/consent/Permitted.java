package org.ketamineregistry.consent;

import java.util.List;
import java.util.Map;
import org.ketamineregistry.refusal.Notice;
import org.ketamineregistry.validate.Validated;

/** A submission that the registry may hold. Only {@link ConsentGate} makes one. */
public final class Permitted {
  private final Validated validated;
  private final String owner;
  private final List<PermittedEntry> entries;
  private final Map<String, String> resolved;
  private final List<Notice> notices;

  Permitted(
      Validated validated,
      String owner,
      List<PermittedEntry> entries,
      Map<String, String> resolved,
      List<Notice> notices) {
    this.validated = validated;
    this.owner = owner;
    this.entries = List.copyOf(entries);
    this.resolved = Map.copyOf(resolved);
    this.notices = List.copyOf(notices);
  }

  public Validated validated() {
    return validated;
  }

  /** The id of the submitting clinic, or {@link Records#REGISTRY} for a registration. */
  public String owner() {
    return owner;
  }

  /** The resources, each after those of the same bundle that it refers to. */
  public List<PermittedEntry> entries() {
    return entries;
  }

  /** For each reference as it was sent, the reference {@code Type/id} that it resolves to. */
  public Map<String, String> resolved() {
    return resolved;
  }

  public List<Notice> notices() {
    return notices;
  }
}
