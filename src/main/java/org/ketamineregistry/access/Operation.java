package org.ketamineregistry.access;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be asked of the registry with resources of a type. */
public enum Operation {
  CREATE("create", Interaction.CREATE),
  UPDATE("update", Interaction.UPDATE),
  READ("read", Interaction.READ),
  /** A version of a record. */
  VREAD("vread", Interaction.READ),
  /** All versions of a record. */
  HISTORY("history", Interaction.READ),
  SEARCH("search", Interaction.SEARCH),
  /** Whether what the caller sends along would be valid; of a stored record it is a read too. */
  VALIDATE("$validate", null),
  /** What a response to a form becomes, which whoever filled it in may submit. */
  EXTRACT("$extract", null),
  /** To whom the records of a patient were disclosed, when and why. */
  DISCLOSURES("$disclosures", Interaction.READ),
  /** A question to all members of the network; polled and cancelled by whoever put it. */
  ASK_NETWORK("$ask-network", Interaction.READ),
  /** Which questions of other registries wait, and what was decided about those registries. */
  PEER_QUESTIONS("$peer-questions", Interaction.READ),
  /** Whether a question of another registry that waits is answered. */
  DECIDE_QUESTION("$decide-question", Interaction.UPDATE),
  /** How all questions of another registry about an indicator are met. */
  SET_PEER_POLICY("$set-peer-policy", Interaction.UPDATE),
  /** What becomes of a finding. */
  DECIDE("$decide", Interaction.UPDATE),
  /** All records of a patient, each of which must be open to the caller by itself. */
  EVERYTHING("$everything", Interaction.READ),
  /**
   * The records of all patients as files; each type of them needs the scopes to read and search.
   */
  EXPORT("$export", null),
  /**
   * Rows of the guide's views of the records of all patients, under pseudonyms, as files; each type
   * of record needs the scopes to read and search.
   */
  EXPORT_VIEWS("$viewdefinition-export", null),
  /** How a subscription fares. */
  STATUS("$status", Interaction.READ),
  /** What a subscription was told of, and what it was not. */
  EVENTS("$events", Interaction.READ),
  LINK_PSEUDONYMS("$link-pseudonyms", Interaction.UPDATE),
  UNLINK_PSEUDONYMS("$unlink-pseudonyms", Interaction.UPDATE),
  ERASE("$erase", Interaction.UPDATE),
  /** After a backup was restored: what was erased since is erased again. */
  REPEAT_ERASURES("$repeat-erasures", Interaction.UPDATE),
  /** A protected answer about an indicator. */
  EVALUATE_PROTECTED("$evaluate-protected", Interaction.READ),
  /** Exact figures of an indicator, which do not leave the registry. */
  EVALUATE_EXACT("$evaluate-exact", Interaction.READ);

  private final String code;
  private final @Nullable Interaction scope;

  Operation(String code, @Nullable Interaction scope) {
    this.code = code;
    this.scope = scope;
  }

  /** As the matrix and FHIR name it, for example {@code vread} or {@code $link-pseudonyms}. */
  public String code() {
    return code;
  }

  /** What a SMART scope must grant for it; empty where none is asked for. */
  public Optional<Interaction> scope() {
    return Optional.ofNullable(scope);
  }

  /** The type that the scope is asked for; disclosures are told as AuditEvents. */
  String scopedType(String type) {
    return this == DISCLOSURES ? "AuditEvent" : type;
  }

  /** The operation of a name. */
  public static Optional<Operation> named(String code) {
    return Arrays.stream(values()).filter(operation -> operation.code().equals(code)).findFirst();
  }
}
