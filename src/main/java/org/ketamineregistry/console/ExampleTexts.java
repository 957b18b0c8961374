package org.ketamineregistry.console;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The texts of the guide's examples, in JSON and XML. */
final class ExampleTexts {
  private static final String PACKAGE = "profiles/package/";

  private final FhirContext context;
  private final Map<String, Resource> files = new HashMap<>();

  ExampleTexts(Catalogue catalogue, FhirContext context) {
    this.context = context;
    for (Catalogue.Example example : catalogue.examples()) {
      // What the guide configures a registry with stands among its definitions.
      Resource file = new ClassPathResource(PACKAGE + "example/" + example.file() + ".json");
      Resource definition = new ClassPathResource(PACKAGE + example.file() + ".json");
      files.put(example.file(), file.exists() ? file : definition);
    }
  }

  /**
   * @param name the file's name, which ends in {@code .json} or {@code .xml}
   * @return empty where there is no such example
   */
  Optional<String> text(String name) {
    int dot = name.lastIndexOf('.');
    Resource file = dot < 0 ? null : files.get(name.substring(0, dot));
    if (file == null) {
      return Optional.empty();
    }
    return switch (name.substring(dot)) {
      case ".json" -> Optional.of(json(file));
      case ".xml" ->
          Optional.of(
              context
                  .newXmlParser()
                  .setPrettyPrint(true)
                  .setOverrideResourceIdWithBundleEntryFullUrl(false)
                  .encodeResourceToString(context.newJsonParser().parseResource(json(file))));
      default -> Optional.empty();
    };
  }

  private static String json(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Not readable: " + file.getDescription(), e);
    }
  }
}
