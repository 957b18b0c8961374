package org.ketamineregistry.privacy;

import java.util.List;

/**
 * A protected answer: the only thing about patients that may leave a registry for others. Only
 * {@link Protection} makes one, so that code which returns this type cannot return an exact figure.
 */
public final class ReleasedAnswer {
  private final Question question;
  private final int threshold;
  private final List<ReleasedRow> rows;

  ReleasedAnswer(Question question, int threshold, List<ReleasedRow> rows) {
    this.question = question;
    this.threshold = threshold;
    this.rows = List.copyOf(rows);
  }

  public Question question() {
    return question;
  }

  /** What it was computed over. */
  public Cut cut() {
    return question.cut();
  }

  /** The least value that is shown. */
  public int threshold() {
    return threshold;
  }

  /** A row for each stratum and group, in the order of the bands as published. */
  public List<ReleasedRow> rows() {
    return rows;
  }

  /** Whether nothing in it is shown. */
  public boolean isWithheld() {
    return rows.stream()
        .flatMap(row -> row.counts().values().stream())
        .allMatch(count -> count.withholding().isPresent());
  }
}
