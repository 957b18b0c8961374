package org.ketamineregistry.adapter.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ketamineregistry.adapter.Draft;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.Origin;
import org.ketamineregistry.adapter.Pseudonyms;
import org.ketamineregistry.adapter.Site;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.mapping.ClinicPart;
import org.ketamineregistry.adapter.mapping.Rules;

/**
 * What the rows of a table are in the guide's words, as a data manager declares it.
 *
 * @param name of the mapping
 * @param format how the table is written
 * @param clinic whose table it is
 * @param kind of the source: a spreadsheet, or an export of REDCap
 * @param rules which records its rows make
 * @param columns all that it names, with the places that name them
 */
public record Mapping(
    String name,
    TableFormat format,
    ClinicPart clinic,
    Origin.Kind kind,
    Rules<Row> rules,
    List<Named> columns) {

  /** A column where the mapping names it. */
  record Named(String place, String column) {}

  /** The clinic as the records' owner. */
  public Site site(Pseudonyms pseudonyms) {
    return clinic.site(pseudonyms);
  }

  /**
   * Where the records of a table come from.
   *
   * @param text of the mapping
   * @param source SHA-256 of the table
   * @param now when they are made
   */
  public Origin origin(String text, String source, Instant now) {
    return clinic.origin(kind, name, text, source, now);
  }

  /**
   * Holds it against a file before a row is read.
   *
   * @throws Mistaken where it names columns that the file does not have
   */
  public void check(List<String> header) throws Mistaken {
    var mistakes = new ArrayList<String>();
    for (Named named : columns) {
      if (!header.contains(named.column())) {
        mistakes.add(
            named.place()
                + ": the file has no column \""
                + named.column()
                + "\"."
                + nearest(named.column(), header));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new Mistaken(mistakes);
    }
  }

  /**
   * The transaction that a row makes, or what is wrong with it; empty and without faults where the
   * mapping leaves the row out.
   */
  Draft draft(Row row, Site site, Templates templates) {
    var draft = new Draft(site, templates);
    if (row.fault() != null) {
      draft.fault(row.fault());
      return draft;
    }
    rules.fill(row, "row", draft);
    return draft;
  }

  private static String nearest(String column, List<String> header) {
    Set<String> near = new TreeSet<>();
    String folded = Words.folded(column).replaceAll("[^\\p{L}\\p{N}]", "");
    for (String name : header) {
      if (Words.folded(name).replaceAll("[^\\p{L}\\p{N}]", "").equals(folded)) {
        near.add(name);
      }
    }
    return near.isEmpty()
        ? header.size() > 40 ? "" : " It has: " + String.join(", ", header) + "."
        : " Did you mean \"" + near.iterator().next() + "\"?";
  }
}
