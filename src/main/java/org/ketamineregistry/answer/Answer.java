package org.ketamineregistry.answer;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.MeasureReport;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.privacy.Question;

/** The answer to a question, as it may be told to who asked. */
public final class Answer {
  private final AnswerStatus status;
  private final @Nullable Question question;
  private final @Nullable LocalDate cut;
  private final @Nullable MeasureReport report;
  private final @Nullable String words;

  private Answer(
      AnswerStatus status,
      @Nullable Question question,
      @Nullable LocalDate cut,
      @Nullable MeasureReport report,
      @Nullable String words) {
    this.status = status;
    this.question = question;
    this.cut = cut;
    this.report = report;
    this.words = words;
  }

  static Answer told(
      AnswerStatus status, Question question, @Nullable LocalDate cut, MeasureReport report) {
    return new Answer(status, question, cut, report, null);
  }

  static Answer untold(AnswerStatus status, @Nullable Question question, String words) {
    return new Answer(status, question, null, null, words);
  }

  public AnswerStatus status() {
    return status;
  }

  /** The day of the cut that it is computed over. */
  public Optional<LocalDate> cut() {
    return Optional.ofNullable(cut);
  }

  /** The figures. */
  public Optional<MeasureReport> report() {
    return Optional.ofNullable(report);
  }

  /** Why there are no figures and what to do, for a vendor's engineer. */
  public Optional<String> words() {
    return Optional.ofNullable(words);
  }

  /**
   * The dimensions that were asked for, which the audit may keep; none where it never came to a
   * question.
   */
  public SortedSet<String> dimensions() {
    SortedSet<String> dimensions = new TreeSet<>();
    if (question != null) {
      dimensions.addAll(question.filters().keySet());
      dimensions.addAll(question.stratifiers().keySet());
    }
    return dimensions;
  }
}
