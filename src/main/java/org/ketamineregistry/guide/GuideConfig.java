package org.ketamineregistry.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What {@code sushi-config.yaml} says of the guide as a whole.
 *
 * @param id of the package
 * @param pages in their order, with the pages below them
 * @param menu the topics of the sidebar
 */
record GuideConfig(
    String id,
    String canonical,
    String title,
    String description,
    String version,
    String status,
    String fhirVersion,
    String license,
    String date,
    List<Entry> pages,
    List<Entry> menu) {

  /**
   * A page or a topic.
   *
   * @param target the file that it leads to, ending in {@code .html}; null for a mere heading
   */
  record Entry(String title, @Nullable String target, List<Entry> below) {}

  static GuideConfig read(Path file) throws IOException {
    Map<String, Object> yaml =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    Path text = file;
    return new GuideConfig(
        string(yaml, "id", text),
        string(yaml, "canonical", text),
        string(yaml, "title", text),
        string(yaml, "description", text).strip(),
        string(yaml, "version", text),
        string(yaml, "status", text),
        string(yaml, "fhirVersion", text),
        string(yaml, "license", text),
        day(string(yaml, "date", text), yaml.get("date")),
        pages(yaml.get("pages")),
        menu(yaml.get("menu")));
  }

  private static String string(Map<String, Object> yaml, String key, Path file) {
    Object value = yaml.get(key);
    if (value == null) {
      throw new IllegalStateException(file + " has no " + key);
    }
    return value.toString();
  }

  private static String day(String text, @Nullable Object value) {
    return value instanceof java.util.Date date
        ? date.toInstant().toString().substring(0, "2026-01-01".length())
        : text;
  }

  /** Pages are maps from a file to its title and the pages below it. */
  private static List<Entry> pages(@Nullable Object node) {
    List<Entry> pages = new ArrayList<>();
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (key instanceof String file && file.endsWith(".md")) {
              Object title = value instanceof Map<?, ?> page ? page.get("title") : null;
              String target = file.replaceFirst("\\.md$", ".html");
              pages.add(new Entry(title == null ? target : title.toString(), target, pages(value)));
            }
          });
    }
    return pages;
  }

  /** The menu is a map from titles to files, or to further titles. */
  private static List<Entry> menu(@Nullable Object node) {
    List<Entry> menu = new ArrayList<>();
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) ->
              menu.add(
                  value instanceof Map<?, ?>
                      ? new Entry(key.toString(), null, menu(value))
                      : new Entry(key.toString(), String.valueOf(value), List.of())));
    }
    return menu;
  }
}
