package org.ketamineregistry.cli.edge;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ketamineregistry.cli.adapt.AdaptCommand;
import picocli.CommandLine;

/**
 * One of the example tables. The person stands in each cell of a few rows in turn, alone and behind
 * what stands there, and in all cells at once that the mapping does not read.
 *
 * @param rows of the example, which make a record of each kind that the mapping knows
 * @param unread columns that the mapping does not name
 * @param numbered the column of the patient's number, which becomes a pseudonym
 */
record PlantedTable(
    String name,
    String encoding,
    char delimiter,
    List<Integer> rows,
    List<String> unread,
    String numbered)
    implements Planted {
  static PlantedTable spreadsheet() {
    return new PlantedTable(
        "clinic-spreadsheet",
        "windows-1252",
        ';',
        List.of(0, 3),
        List.of("Name", "Comment"),
        "Patient no");
  }

  static PlantedTable redcap() {
    return new PlantedTable(
        "redcap", "UTF-8", ',', List.of(0, 1, 3, 4, 5), List.of("lab_alt", "notes"), "record_id");
  }

  @Override
  public CommandLine command() {
    return new CommandLine(new AdaptCommand());
  }

  @Override
  public List<String> written(Path folder) throws IOException {
    Path examples = Path.of("docs/adapt");
    Path mapping = Files.copy(examples.resolve(name + ".yaml"), folder.resolve("mapping.yaml"));
    var lines = new ArrayList<String>();
    try (CSVParser parser =
        CSVParser.parse(
            examples.resolve(name + ".csv"),
            charset(),
            CSVFormat.RFC4180.builder().setDelimiter(delimiter).build())) {
      List<CSVRecord> all = parser.getRecords();
      List<String> header = all.get(0).toList();
      lines.add(line(header));
      for (int row : rows) {
        plant(header, all.get(row + 1).toList(), lines);
      }
    }
    Files.writeString(source(folder), String.join("\r\n", lines) + "\r\n", charset());
    return List.of(source(folder).toString(), "--mapping", mapping.toString());
  }

  private void plant(List<String> header, List<String> row, List<String> lines) {
    for (int column = 0; column < header.size(); column++) {
      for (String word : Person.WORDS) {
        lines.add(line(with(row, column, word)));
      }
      lines.add(line(with(row, column, Person.EVERYTHING)));
      lines.add(line(with(row, column, row.get(column) + " " + Person.EVERYTHING)));
      lines.add(line(with(row, column, "\n" + Person.NAME + "\n" + row.get(column))));
    }
    var all = new ArrayList<>(row);
    for (String column : unread) {
      all.set(header.indexOf(column), Person.EVERYTHING);
    }
    all.set(header.indexOf(numbered), Person.NUMBER);
    lines.add(line(all));
    lines.add(line(header.stream().map(column -> Person.EVERYTHING).toList()));
  }

  private static List<String> with(List<String> row, int column, String text) {
    var changed = new ArrayList<>(row);
    changed.set(column, text);
    return changed;
  }

  private String line(List<String> cells) {
    return String.join(
        String.valueOf(delimiter),
        cells.stream().map(cell -> '"' + cell.replace("\"", "\"\"") + '"').toList());
  }

  @Override
  public Path source(Path folder) {
    return folder.resolve("table.csv");
  }

  @Override
  public Path refused(Path folder) {
    return folder.resolve("table-refused.csv");
  }

  @Override
  public Charset charset() {
    return Charset.forName(encoding);
  }

  @Override
  public String toString() {
    return name;
  }
}
