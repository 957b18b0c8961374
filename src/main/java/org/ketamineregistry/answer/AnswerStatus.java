package org.ketamineregistry.answer;

import java.util.Locale;

/**
 * What became of a question; the codes are those of the guide's AnswerStatusCS that a registry
 * gives by itself.
 */
public enum AnswerStatus {
  /** Everything that was asked for is shown. */
  COMPLETE,
  /** There is an answer, and protection keeps it or a part of it back. */
  WITHHELD,
  /** There is no cut to answer over, or nobody is in it. */
  NO_DATA,
  /** It waits for a person, and is asked again later. */
  DEFERRED,
  /** It is not answered to this asker, or not before the next cut. */
  DISALLOWED,
  /** The asker works by another version of the guide. */
  VERSION_MISMATCH;

  /** The code, for example {@code no-data}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
