package org.ketamineregistry.icsr;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case as ICH E2B(R3) has it: plain values, one for each data element that the guide maps (page
 * {@code mapping-e2b}). Dates are written as the message has them, such as {@code 2026}, {@code
 * 20260914} or {@code 20260914095000+0100}. What is null was not held; the writer knows the null
 * flavour that stands for it. What follows from other elements is a method.
 *
 * @param report C.1, the identification of the report
 * @param reporter C.2.r, the primary source
 * @param sender C.3, who sends it
 * @param subject D, the patient
 * @param reaction E.i; an adverse event of the registry is one reaction
 * @param tests F.r, in the order of their dates
 * @param drugs G.k, the suspected ones first
 * @param narrative H.1
 */
public record IcsrCase(
    Report report,
    Reporter reporter,
    Sender sender,
    Subject subject,
    Reaction reaction,
    List<Test> tests,
    List<IcsrDrug> drugs,
    String narrative) {

  /** C.1.11.1 of a report that is taken back. */
  public static final int NULLIFICATION = 1;

  /** C.1.11.1 of a later version. */
  public static final int AMENDMENT = 2;

  /** G.k.1 of a drug that is suspected. */
  public static final int SUSPECT = 1;

  /** G.k.1 of another medicine of the time. */
  public static final int CONCOMITANT = 2;

  /**
   * What it says, without what every report has anew and without who sends it: two versions that
   * say the same have the same text.
   */
  public String content() {
    List<Object> said =
        List.of(
            report.identifier(),
            report.expedited(),
            String.valueOf(report.firstReceived()),
            report.amendment() != null && report.amendment().kind() == NULLIFICATION,
            reporter,
            subject,
            reaction,
            tests.stream().map(Test::content).toList(),
            drugs,
            narrative);
    // A journal of before there were links knows cases without them by their digest.
    return report.linked().isEmpty() ? said.toString() : said + " " + report.linked();
  }

  /**
   * C.1, the identification of the report.
   *
   * @param identifier C.1.1, and C.1.8.1 too, since the registry sends what nobody sent before
   * @param createdOn C.1.2
   * @param type C.1.3: 1 spontaneous, 2 from a study
   * @param firstReceived C.1.4; null where nobody says when
   * @param latest C.1.5
   * @param expedited C.1.7
   * @param linked C.1.10.r, the cases that should be judged together with this one, in order
   * @param amendment C.1.11.1 and C.1.11.2; null in a first report
   */
  public record Report(
      String identifier,
      String createdOn,
      int type,
      @Nullable String firstReceived,
      @Nullable String latest,
      boolean expedited,
      List<String> linked,
      @Nullable Amendment amendment) {}

  /**
   * That a report takes an earlier one back or mends it.
   *
   * @param kind C.1.11.1: {@link #NULLIFICATION} or {@link #AMENDMENT}
   * @param reason C.1.11.2
   */
  public record Amendment(int kind, String reason) {}

  /**
   * C.2.r, the primary source, whose name is masked.
   *
   * @param organisation C.2.r.2.1; null where the clinic is not known
   * @param country C.2.r.3, ISO 3166
   * @param qualification C.2.r.4, 1 to 5; null for unknown
   */
  public record Reporter(
      @Nullable String organisation, @Nullable String country, @Nullable Integer qualification) {}

  /**
   * C.3, the sender.
   *
   * @param type C.3.1
   * @param organisation C.3.2
   */
  public record Sender(int type, String organisation) {}

  /**
   * D, the patient, whose name and date of birth are masked.
   *
   * @param recordNumber D.1.1.4; null for masked
   * @param age D.2.2 in years; it may be one too high
   * @param weight D.3 in kg
   * @param sex D.5: 1 male, 2 female; null for unknown
   * @param history D.7.1.r
   * @param takesOthers D.7.3
   * @param earlierDrugs D.8.r.1, classes of drugs
   * @param death D.9; null where no death is known
   */
  public record Subject(
      @Nullable String recordNumber,
      @Nullable Integer age,
      @Nullable String weight,
      @Nullable Integer sex,
      List<Episode> history,
      boolean takesOthers,
      List<String> earlierDrugs,
      @Nullable Death death) {

    /** D.2.3: 0 to 6 by ICH; null where the age is not known. */
    public @Nullable Integer ageGroup() {
      return age == null ? null : AgeGroup.of(age);
    }
  }

  /**
   * A term of MedDRA, which a licensed sender supplied.
   *
   * @param code the lowest level term, eight digits
   * @param version such as 27.1
   */
  public record Meddra(String code, String version) {}

  /** What the guide calls it, in English, and the term of MedDRA where there is one. */
  public record Named(String words, @Nullable Meddra term) {}

  /**
   * D.7.1.r, a condition.
   *
   * @param condition its words are the comment D.7.1.r.5
   * @param start D.7.1.r.2
   * @param end D.7.1.r.4
   */
  public record Episode(Named condition, @Nullable String start, @Nullable String end) {}

  /**
   * D.9, the patient's death.
   *
   * @param date D.9.1; null where it is known that, but not when
   * @param cause D.9.2.r; null where the event was not fatal
   */
  public record Death(@Nullable String date, @Nullable Named cause) {}

  /**
   * E.i, the reaction.
   *
   * @param name E.i.1.2 and E.i.2.1
   * @param criteria E.i.3.2
   * @param start E.i.4
   * @param end E.i.5
   * @param outcome E.i.7, 0 to 5
   * @param confirmed E.i.8; null where a health professional reports
   * @param country E.i.9, ISO 3166
   */
  public record Reaction(
      Named name,
      Set<Criterion> criteria,
      @Nullable String start,
      @Nullable String end,
      int outcome,
      @Nullable Boolean confirmed,
      @Nullable String country) {

    /** E.i.6; null where the dates do not say it. */
    public @Nullable Amount duration() {
      return E2bDate.between(start, end);
    }
  }

  /** A number, written without needless zeros, and its unit in UCUM. */
  public record Amount(String value, String unit) {}

  /**
   * F.r, a test.
   *
   * @param date F.r.1; null for unknown
   * @param name F.r.2.1 and F.r.2.2
   * @param result F.r.3.1, 1 to 4
   * @param value F.r.3.2 and F.r.3.3
   * @param text F.r.3.4, of a result that has no unit or is a word
   * @param low F.r.4, in the unit of the value
   * @param high F.r.5, in the unit of the value
   */
  public record Test(
      @Nullable String date,
      Named name,
      @Nullable Integer result,
      @Nullable Amount value,
      @Nullable String text,
      @Nullable String low,
      @Nullable String high) {

    /**
     * What it says, as it was told before there was a text, so that a newer version of the registry
     * alone makes no amendment.
     */
    private String content() {
      return text == null ? toString().replace(", text=null", "") : toString();
    }
  }
}
