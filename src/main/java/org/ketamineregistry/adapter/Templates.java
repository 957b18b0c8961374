package org.ketamineregistry.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The record templates, in {@code adapter/records/}: what a source can bring to the registry. */
public final class Templates {
  /** The kinds of records, in the order in which they build on each other. */
  private static final List<String> KINDS =
      List.of(
          "patient",
          "sharing-consent",
          "treatment-consent",
          "course",
          "session",
          "administration",
          "blood-pressure",
          "body-weight",
          "heart-rate",
          "oxygen-saturation",
          "depression-score",
          "liver-function",
          "adverse-event",
          "supply");

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final Map<String, Template> templates;

  private Templates(Map<String, Template> templates) {
    this.templates = templates;
  }

  /** Reads them with the codes of a guide. */
  public static Templates of(GuideCodes codes) {
    Map<String, Template> read = new LinkedHashMap<>();
    KINDS.forEach(kind -> read.put(kind, read(kind, codes)));
    return new Templates(read);
  }

  /** The kinds that there are, in the order in which they build on each other. */
  public List<Template> all() {
    return List.copyOf(templates.values());
  }

  /** A kind by its name. */
  public Optional<Template> of(String kind) {
    return Optional.ofNullable(templates.get(kind));
  }

  private static Template read(String kind, GuideCodes codes) {
    String path = "/adapter/records/" + kind + ".yaml";
    try (InputStream in = Templates.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + path);
      }
      JsonNode file = YAML.readTree(in);
      Map<String, Field> fields = new LinkedHashMap<>();
      file.path("fields")
          .properties()
          .forEach(
              field -> fields.put(field.getKey(), field(field.getKey(), field.getValue(), codes)));
      return new Template(
          kind, file.path("about").asText(), fields, (ObjectNode) file.required("content"));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private static Field field(String name, JsonNode said, GuideCodes codes) {
    return new Field(
        name,
        FieldType.named(said.path("type").asText()),
        said.path("required").asBoolean(),
        text(said, "preset"),
        said.has("from") ? codes.of(said.path("from").asText()) : listed(said.path("codes")),
        text(said, "kind"),
        said.path("about").asText());
  }

  /** Codes of FHIR itself, which the guide does not list. */
  private static Map<String, Field.Code> listed(JsonNode systems) {
    Map<String, Field.Code> codes = new LinkedHashMap<>();
    systems
        .properties()
        .forEach(
            system ->
                system
                    .getValue()
                    .forEach(
                        code ->
                            codes.put(
                                code.asText(), new Field.Code(system.getKey(), code.asText()))));
    return codes;
  }

  private static @Nullable String text(JsonNode said, String name) {
    return said.has(name) ? said.get(name).asText() : null;
  }
}
