package org.ketamineregistry.cli.source;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.util.List;
import org.ketamineregistry.adapter.Cargo;
import org.ketamineregistry.adapter.Naming;
import org.ketamineregistry.adapter.Site;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.fhir.FhirMapping;
import org.ketamineregistry.adapter.fhir.Line;
import org.ketamineregistry.adapter.fhir.LineNaming;
import org.ketamineregistry.adapter.fhir.NdjsonFiles;
import org.ketamineregistry.adapter.fhir.NdjsonSource;
import org.ketamineregistry.adapter.fhir.RefusedResources;

/**
 * The resources of files.
 *
 * @param state the file of the run's state
 * @param refused a name that is free
 */
record NdjsonCargo(
    NdjsonFiles files,
    FhirMapping mapping,
    Site site,
    Templates templates,
    FhirContext context,
    Path state,
    Path refused)
    implements Cargo<Line> {
  @Override
  public Naming naming() {
    return new LineNaming(files.names());
  }

  @Override
  public List<String> whereRefused(Path file) {
    return List.of(
        "Refused resources are in " + file,
        "The reasons, by line, are in " + RefusedResources.reasons(file));
  }

  @Override
  public Opened<Line> open(Path into) {
    var source = new NdjsonSource(files, mapping, site, templates, context);
    return new Opened<>(source, new RefusedResources(into, files.paths()), source);
  }
}
