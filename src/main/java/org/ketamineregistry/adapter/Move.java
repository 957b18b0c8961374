package org.ketamineregistry.adapter;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * How far the dates of one patient are moved back: whole weeks, at least one, drawn by the clinic's
 * key from the patient's pseudonym. The same key gives the same move in every run; without the key
 * nobody can tell it. It stands in nothing that leaves.
 *
 * <p>A time keeps its hour and minute on the clinic's clocks, and has the offset of the day that it
 * is moved to: by an offset of another season one could tell where the clocks were changed, and so
 * how far all was moved. Between two times on either side of a change of clocks the time that
 * passed differs by that hour; by the clock on the wall it is the same.
 */
record Move(int weeks, ZoneId zone) {
  private static final String DRAWN_AS = "move of dates";
  private static final int HEXADECIMAL = 16;
  private static final int DAY_LENGTH = 10;
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

  /**
   * The move of a patient.
   *
   * @param patient the pseudonym
   */
  static Move of(String patient, DatePolicy policy, Pseudonyms pseudonyms, ZoneId zone) {
    // No kind of record has this name, so what is drawn is no pseudonym of anything.
    var drawn = new BigInteger(pseudonyms.of(DRAWN_AS, patient), HEXADECIMAL);
    return new Move(1 + drawn.mod(BigInteger.valueOf(policy.weeks())).intValue(), zone);
  }

  /**
   * A day or a time with its offset, moved.
   *
   * @throws IllegalArgumentException where it is a month or a year, which cannot be moved by weeks
   */
  String moved(String text) {
    if (text.length() < DAY_LENGTH) {
      throw new IllegalArgumentException("Less than a day is not moved.");
    }
    if (text.length() == DAY_LENGTH) {
      return LocalDate.parse(text).minusWeeks(weeks).toString();
    }
    LocalDateTime local = OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime();
    LocalDateTime back = local.minusWeeks(weeks);
    // An hour that the clocks went over on that day is written all the same: nobody was there.
    return back.atOffset(zone.getRules().getOffset(back)).format(WITH_OFFSET);
  }
}
