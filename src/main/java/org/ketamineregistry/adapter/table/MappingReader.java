package org.ketamineregistry.adapter.table;

import org.ketamineregistry.adapter.Declaration;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.Part;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.mapping.ClinicPart;
import org.ketamineregistry.adapter.mapping.Rules;
import org.ketamineregistry.adapter.mapping.RulesReader;

/** Reads mapping files, strictly: all that is wrong is told at once, before a row is read. */
public final class MappingReader {
  private MappingReader() {}

  /**
   * Reads a mapping.
   *
   * @throws Mistaken with every mistake
   */
  public static Mapping read(String yaml, Templates templates) throws Mistaken {
    Part root = Declaration.read(yaml).only("mapping", "source", "clinic", "skip", "records");
    TableFormat format = new SourceReader(root.at("source")).format();
    ClinicPart clinic = ClinicPart.read(root);
    String name = root.required("mapping");
    var notation = new CellNotation(format);
    Rules<Row> rules = new RulesReader<>(templates, clinic.dates(), notation).read(root);
    var mapping =
        new Mapping(
            name, format, clinic, SourceReader.kind(root.at("source")), rules, notation.columns());
    root.check();
    return mapping;
  }
}
