package org.ketamineregistry.adapter.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.IntFunction;

/** Tables of any length in the form of the guide's example, a clinic's spreadsheet. */
public final class ClinicTable {
  /** How the example is written. */
  public static final Charset CHARSET = Charset.forName("windows-1252");

  /** How many rows there are of each patient, one for each visit. */
  public static final int VISITS = 8;

  private static final Path EXAMPLE = Path.of("docs/adapt/clinic-spreadsheet.csv");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private ClinicTable() {}

  /**
   * Writes a table.
   *
   * @param patients what every patient's number begins with
   * @param dose what stands for the dose, by row
   */
  public static Path write(Path file, String patients, int rows, IntFunction<String> dose)
      throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file, CHARSET)) {
      writer.write(Files.readAllLines(EXAMPLE, CHARSET).get(0) + "\r\n");
      for (int i = 0; i < rows; i++) {
        writer.write(row(patients, i, dose.apply(i)) + "\r\n");
      }
    }
    return file;
  }

  private static String row(String patients, int number, String dose) {
    int patient = number / VISITS;
    return String.join(
        ";",
        patients + patient,
        "Anna Example",
        patient % 2 == 0 ? "F" : "M",
        "14.02.19" + (50 + patient % 50),
        "05.01.2026",
        "12.01.2026",
        "TRD",
        "3",
        DAY.format(LocalDate.of(2026, 1, 12).plusDays(3L * (number % VISITS))),
        "9:00",
        "11:30",
        "9:20",
        "10:00",
        "Ketamine",
        dose,
        "i.v.",
        "128/82",
        "2" + number % 10,
        "row " + number);
  }
}
