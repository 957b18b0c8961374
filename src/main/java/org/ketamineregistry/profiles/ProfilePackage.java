package org.ketamineregistry.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The compiled package of the implementation guide, as it lies in {@code profiles/package}.
 *
 * @param resources every conformance resource of the package, in the order of their file names
 */
public record ProfilePackage(List<MetadataResource> resources) {
  private static final String PATTERN = "classpath*:profiles/package/*-*.json";

  /** Reads the package from the class path. */
  public static ProfilePackage load(FhirContext context) {
    IParser parser = context.newJsonParser();
    try {
      var files = new PathMatchingResourcePatternResolver().getResources(PATTERN);
      Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
      return new ProfilePackage(
          Arrays.stream(files)
              .map(file -> parse(parser, file))
              .map(MetadataResource.class::cast)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("The profile package is not readable", e);
    }
  }

  /** All resources of one type, for example every {@code SearchParameter}. */
  public <T extends MetadataResource> List<T> of(Class<T> type) {
    return resources.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The version of the guide, such as {@code 0.3.0}. */
  public String version() {
    return of(ImplementationGuide.class).get(0).getVersion();
  }

  /** The types of what the package defines, each once. */
  public Stream<Class<? extends MetadataResource>> types() {
    return resources.stream()
        .<Class<? extends MetadataResource>>map(resource -> resource.getClass())
        .distinct();
  }

  private static Resource parse(IParser parser, org.springframework.core.io.Resource file) {
    try (InputStream in = file.getInputStream();
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return (Resource) parser.parseResource(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Not readable: " + file.getDescription(), e);
    }
  }
}
