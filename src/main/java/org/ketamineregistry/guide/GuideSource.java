package org.ketamineregistry.guide;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.ImplementationGuide.ImplementationGuideDefinitionResourceComponent;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.profiles.ProfilePackage;

/**
 * Everything that the site is made of, as it lies in a checkout of this repository.
 *
 * @param pages the text of each page, in Markdown, by the name of its file without ending
 * @param artefacts every resource of the package, in the order of their names
 * @param expected what each invalid example must raise, as its file says it
 * @param images files that pages show, by name
 */
record GuideSource(
    GuideConfig config,
    Map<String, String> pages,
    List<Artefact> artefacts,
    List<InvalidExample> invalid,
    String expected,
    Map<String, Path> images,
    Path packageFolder,
    Definitions definitions) {

  /** Reads a checkout. */
  static GuideSource read(Path repository) throws IOException {
    Path guide = repository.resolve("implementation-guide");
    Path packageFolder = repository.resolve("profiles/package");
    if (!Files.isRegularFile(guide.resolve("sushi-config.yaml"))
        || !Files.isDirectory(packageFolder)) {
      throw new IOException(
          repository
              + " has no implementation-guide/sushi-config.yaml and profiles/package to render");
    }
    FhirContext context = FhirContext.forR4Cached();
    List<Artefact> artefacts = artefacts(context, packageFolder);
    var definitions =
        artefacts.stream()
            .filter(artefact -> !artefact.example())
            .map(artefact -> (MetadataResource) artefact.resource())
            .toList();
    return new GuideSource(
        GuideConfig.read(guide.resolve("sushi-config.yaml")),
        pages(guide.resolve("input/pagecontent")),
        artefacts,
        invalid(guide.resolve("invalid")),
        Files.readString(guide.resolve("invalid/expected.json")),
        images(guide.resolve("input/images")),
        packageFolder,
        Definitions.of(context, new ProfilePackage(definitions)));
  }

  private static Map<String, String> pages(Path folder) throws IOException {
    Map<String, String> pages = new TreeMap<>();
    for (Path file : filesBelow(folder)) {
      String name = file.getFileName().toString();
      if (name.endsWith(".md")) {
        pages.put(name.substring(0, name.length() - ".md".length()), Files.readString(file));
      }
    }
    return pages;
  }

  private static Map<String, Path> images(Path folder) throws IOException {
    Map<String, Path> images = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      for (Path file : filesBelow(folder)) {
        images.put(folder.relativize(file).toString().replace('\\', '/'), file);
      }
    }
    return images;
  }

  private static List<Artefact> artefacts(FhirContext context, Path folder) throws IOException {
    IParser parser = context.newJsonParser();
    List<Artefact> artefacts = new ArrayList<>();
    Map<String, ImplementationGuideDefinitionResourceComponent> told = new HashMap<>();
    Map<Path, Resource> resources = new TreeMap<>();
    for (Path file : filesBelow(folder)) {
      if (file.getFileName().toString().matches("[A-Z]\\w+-.+\\.json")) {
        var resource = (Resource) parser.parseResource(Files.readString(file));
        resources.put(file, resource);
        if (resource instanceof ImplementationGuide guide) {
          guide
              .getDefinition()
              .getResource()
              .forEach(entry -> told.put(entry.getReference().getReference(), entry));
        }
      }
    }
    for (Map.Entry<Path, Resource> entry : resources.entrySet()) {
      Resource resource = entry.getValue();
      String id = resource.getIdElement().getIdPart();
      artefacts.add(
          artefact(
              entry.getKey(),
              resource,
              !folder.equals(entry.getKey().getParent()),
              told.getOrDefault(
                  resource.fhirType() + "/" + id,
                  new ImplementationGuideDefinitionResourceComponent())));
    }
    return List.copyOf(artefacts);
  }

  private static Artefact artefact(
      Path file,
      Resource resource,
      boolean example,
      ImplementationGuideDefinitionResourceComponent told)
      throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.json$", "");
    String title = told.hasName() ? told.getName() : name;
    String description = told.hasDescription() ? told.getDescription() : "";
    if (resource instanceof MetadataResource definition) {
      title =
          definition.hasTitle()
              ? definition.getTitle()
              : definition.hasName() ? definition.getName() : title;
      description = definition.hasDescription() ? definition.getDescription() : description;
    }
    return new Artefact(
        name,
        example,
        Files.readString(file),
        resource,
        title,
        description,
        example ? Kind.EXAMPLE : Kind.of(resource));
  }

  private static List<InvalidExample> invalid(Path folder) throws IOException {
    List<InvalidExample> invalid = new ArrayList<>();
    JsonNode expected = new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
    for (Map.Entry<String, JsonNode> entry : expected.properties()) {
      invalid.add(
          new InvalidExample(
              entry.getKey(),
              entry.getValue().path("rule").asText(),
              entry.getValue().path("expression").asText(),
              Files.readString(folder.resolve(entry.getKey()))));
    }
    return List.copyOf(invalid);
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
