package org.ketamineregistry.cli.source;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import org.ketamineregistry.adapter.Cargo;
import org.ketamineregistry.adapter.Site;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.fhir.FhirMapping;
import org.ketamineregistry.adapter.fhir.Line;
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
  public Opened<Line> open(Path into) {
    var source = new NdjsonSource(files, mapping, site, templates, context);
    return new Opened<>(source, new RefusedResources(into, files.paths()), source);
  }
}
