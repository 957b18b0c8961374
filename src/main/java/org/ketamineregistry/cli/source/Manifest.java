package org.ketamineregistry.cli.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ketamineregistry.cli.registry.Unusable;

/**
 * What an export came to (Bulk Data Access 2.0, complete status).
 *
 * @param transactionTime as of when; what changes later is in the next export
 * @param needsToken whether files are given to those alone who prove who they are
 * @param output files of resources
 * @param deleted files of resources that are not there any more
 * @param error files of what went wrong at the source
 */
record Manifest(
    String transactionTime,
    boolean needsToken,
    List<File> output,
    List<File> deleted,
    List<File> error) {
  private static final int MOST_FILES = 10_000;
  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{1,60}");
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A file of an export.
   *
   * @param count how many resources it has; -1 where that is not said
   */
  record File(String type, String url, long count) {}

  /**
   * Reads one.
   *
   * @throws Unusable where it is none
   */
  static Manifest read(String text) throws Unusable {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw wrong();
    }
    String time = json.path("transactionTime").asText();
    try {
      OffsetDateTime.parse(time);
    } catch (DateTimeException e) {
      throw wrong();
    }
    for (JsonNode link : json.path("link")) {
      if (link.path("relation").asText().equals("next")) {
        throw new Unusable(
            "The source tells of its export in parts, which was not asked for and is not read.");
      }
    }
    return new Manifest(
        time,
        json.path("requiresAccessToken").asBoolean(),
        files(json.path("output")),
        files(json.path("deleted")),
        files(json.path("error")));
  }

  private static List<File> files(JsonNode list) throws Unusable {
    var files = new ArrayList<File>();
    for (JsonNode file : list) {
      String type = file.path("type").asText();
      String url = file.path("url").asText();
      if (!TYPE.matcher(type).matches() || url.isEmpty() || files.size() == MOST_FILES) {
        throw wrong();
      }
      files.add(new File(type, url, file.path("count").asLong(-1)));
    }
    return files;
  }

  private static Unusable wrong() {
    return new Unusable(
        "What the source tells of its export is no manifest of Bulk Data Access: transactionTime,"
            + " and output with type and url of each file.");
  }
}
