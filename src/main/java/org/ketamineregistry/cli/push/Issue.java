package org.ketamineregistry.cli.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a registry says is wrong, and where.
 *
 * @param code the registry's own stable code if it gives one, else FHIR's kind of issue
 * @param expression FHIRPath of the element, or empty
 * @param line in the file as it was sent, 0 if unknown
 */
record Issue(String severity, String code, String expression, int line, String text) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LINE = Pattern.compile("[Ll]ine\\[?\\s*(\\d{1,9})");
  private static final int LONGEST_TEXT = 500;

  static Issue local(String code, String text) {
    return new Issue("error", code, "", 0, printable(text));
  }

  /** The issues of an OperationOutcome, errors first; a body that is none gives none. */
  static List<Issue> read(String body) {
    try {
      return read(JSON.readTree(body));
    } catch (JsonProcessingException e) {
      return List.of();
    }
  }

  /** The issues of those entries of a batch-response that were refused. */
  static List<Issue> readBatch(String body) {
    List<Issue> issues = new ArrayList<>();
    try {
      for (JsonNode entry : JSON.readTree(body).path("entry")) {
        JsonNode response = entry.path("response");
        String status = response.path("status").asText();
        if (!status.startsWith("2")) {
          List<Issue> told = read(response.path("outcome"));
          issues.addAll(told.isEmpty() ? List.of(local("http", "status " + status)) : told);
        }
      }
    } catch (JsonProcessingException e) {
      issues.add(local("http", "the answer to a batch is no JSON"));
    }
    return issues;
  }

  boolean isError() {
    return "error".equals(severity) || "fatal".equals(severity);
  }

  private static List<Issue> read(JsonNode outcome) {
    List<Issue> issues = new ArrayList<>();
    for (JsonNode issue : outcome.path("issue")) {
      issues.add(of(issue));
    }
    List<Issue> errors = issues.stream().filter(Issue::isError).toList();
    return errors.isEmpty() ? issues : errors;
  }

  private static Issue of(JsonNode issue) {
    String stable = issue.path("details").path("coding").path(0).path("code").asText();
    String text = issue.path("details").path("text").asText();
    String location = issue.path("location").path(0).asText();
    String expression = issue.path("expression").path(0).asText();
    return new Issue(
        printable(issue.path("severity").asText()),
        printable(stable.isEmpty() ? issue.path("code").asText() : stable),
        printable(expression.isEmpty() ? location : expression),
        line(issue, location),
        printable(text.isEmpty() ? issue.path("diagnostics").asText() : text));
  }

  private static int line(JsonNode issue, String location) {
    for (JsonNode extension : issue.path("extension")) {
      if (extension.path("url").asText().endsWith("/operationoutcome-issue-line")) {
        return extension.path("valueInteger").asInt();
      }
    }
    Matcher matcher = LINE.matcher(location);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /**
   * What a server says goes to a terminal, so it may hold neither control characters nor a novel.
   */
  private static String printable(String text) {
    String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() <= LONGEST_TEXT ? plain : plain.substring(0, LONGEST_TEXT) + " …";
  }
}
