package org.ketamineregistry.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r5.conformance.profile.ProfileUtilities;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.renderers.Renderer.RenderingStatus;
import org.hl7.fhir.r5.renderers.StructureDefinitionRenderer;
import org.hl7.fhir.r5.renderers.utils.RenderingContext;
import org.hl7.fhir.r5.renderers.utils.RenderingContext.GenerationRules;
import org.hl7.fhir.r5.renderers.utils.RenderingContext.ResourceRendererMode;
import org.hl7.fhir.r5.renderers.utils.ResourceWrapper;
import org.hl7.fhir.utilities.MarkDownProcessor;
import org.hl7.fhir.utilities.validation.ValidationOptions;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/**
 * The usual tree tables of a profile: HL7's renderer decides what stands in them, and {@link
 * TreeMarkup} gives them this site's form. One instance serves one thread.
 */
final class TreeTables {
  /** Which elements a table has. */
  enum View {
    DIFFERENTIAL("Differential"),
    SNAPSHOT("Snapshot"),
    MUST_SUPPORT("Must support");

    private final String title;

    View(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  private final IWorkerContext definitions;
  private final RenderingContext context;
  private final StructureDefinitionRenderer renderer;
  private final TreeMarkup markup;
  private final Path scratch;

  TreeTables(IWorkerContext definitions, Links links, String canonical) {
    this.definitions = definitions;
    var knowledge = new ProfileLinks(links, canonical);
    context =
        new RenderingContext(
            definitions,
            new MarkDownProcessor(MarkDownProcessor.Dialect.COMMON_MARK),
            ValidationOptions.defaults(),
            Links.SPECIFICATION,
            "",
            Locale.ENGLISH,
            ResourceRendererMode.END_USER,
            GenerationRules.IG_PUBLISHER);
    context.setPkp(knowledge);
    context.setProfileUtilities(new ProfileUtilities(definitions, new ArrayList<>(), knowledge));
    renderer = new StructureDefinitionRenderer(context);
    markup = new TreeMarkup(links);
    try {
      // The renderer paints backgrounds of its lines, which this site does not use.
      scratch = Files.createTempDirectory("tree-tables");
      scratch.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The table of a profile or an extension. */
  Html table(String url, View view) {
    StructureDefinition structure = definitions.fetchResource(StructureDefinition.class, url);
    if (structure == null) {
      throw new IllegalStateException("No structure definition " + url);
    }
    try {
      XhtmlNode table =
          renderer.generateTable(
              new RenderingStatus(),
              TreeMarkup.DETAILS,
              structure,
              view == View.DIFFERENTIAL,
              scratch.toString(),
              false,
              structure.getId(),
              view != View.DIFFERENTIAL,
              Links.SPECIFICATION,
              "",
              false,
              false,
              new HashSet<>(),
              view == View.MUST_SUPPORT,
              context,
              view.name(),
              ResourceWrapper.forResource(context.getContextUtilities(), structure),
              view.name());
      Set<String> explained =
          structure.getDifferential().getElement().stream()
              .map(element -> element.getId())
              .collect(Collectors.toSet());
      return markup.of(table, structure.present() + ", " + view.title(), explained);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
