package org.ketamineregistry.cli.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.ketamineregistry.cli.registry.Unusable;

/**
 * What a source tells beside its resources, counted token by token, so that no file of it fills the
 * memory.
 */
final class Told {
  private static final Set<String> ERRORS = Set.of("fatal", "error");
  private static final JsonFactory JSON = new JsonFactory();

  private Told() {}

  /** Resources that are deleted: entries of Bundles (Bulk Data Access 2.0, deleted). */
  static long deleted(Path file) throws IOException, Unusable {
    return count(file, "entry", false);
  }

  /** Issues of OperationOutcomes that say that something is missing. */
  static long errors(Path file) throws IOException, Unusable {
    return count(file, "issue", true);
  }

  private static long count(Path file, String list, boolean onlyErrors)
      throws IOException, Unusable {
    long count = 0;
    try (JsonParser parser = JSON.createParser(file.toFile())) {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          boolean wanted = parser.currentName().equals(list);
          if (parser.nextToken() != JsonToken.START_ARRAY || !wanted) {
            parser.skipChildren();
            continue;
          }
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            count += counts(parser, onlyErrors) ? 1 : 0;
          }
        }
      }
      if (parser.currentToken() != null) {
        throw none();
      }
      return count;
    } catch (JsonProcessingException e) {
      throw none();
    }
  }

  private static boolean counts(JsonParser parser, boolean onlyErrors) throws IOException {
    boolean is = !onlyErrors;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean severity = parser.currentName().equals("severity");
      if (parser.nextToken() == JsonToken.VALUE_STRING && severity) {
        is |= ERRORS.contains(parser.getText());
      }
      parser.skipChildren();
    }
    return is;
  }

  private static Unusable none() {
    return new Unusable("What the source tells of errors or deletions is no NDJSON.");
  }
}
