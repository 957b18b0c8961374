package org.ketamineregistry.adapter.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import org.ketamineregistry.adapter.Declaration;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.Part;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.mapping.ClinicPart;
import org.ketamineregistry.adapter.mapping.Rules;
import org.ketamineregistry.adapter.mapping.RulesReader;

/** Reads mapping files, strictly: all that is wrong is told at once, before anything is read. */
public final class FhirMappingReader {
  private FhirMappingReader() {}

  /** The files beside a mapping. */
  public interface Beside {
    /**
     * The text of one.
     *
     * @throws IOException where it is not there
     */
    String read(String name) throws IOException;
  }

  /**
   * Reads a mapping.
   *
   * @param beside where ConceptMaps are that it names
   * @throws Mistaken with every mistake
   */
  public static FhirMapping read(
      String yaml, Templates templates, FhirContext context, Beside beside) throws Mistaken {
    Part root = Declaration.read(yaml).only("mapping", "source", "clinic", "skip", "records");
    var notation = new ResourceNotation(root, context, beside);
    ClinicPart clinic = ClinicPart.read(root);
    String name = root.required("mapping");
    Rules<ElementReading.Around> rules =
        new RulesReader<>(templates, clinic.dates(), notation).read(root);
    root.check();
    return new FhirMapping(name, clinic, rules, notation.expressions());
  }
}
