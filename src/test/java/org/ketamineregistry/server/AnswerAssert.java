package org.ketamineregistry.server;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.ketamineregistry.server.HttpAnswer.Issue;

/** What a test says of an answer. */
final class AnswerAssert extends AbstractAssert<AnswerAssert, HttpAnswer> {
  private static final List<String> INNARDS =
      List.of("\tat ", "Exception", "org.hibernate", "ca.uhn", "java.lang", "HAPI-", "Caused by");

  private AnswerAssert(HttpAnswer actual) {
    super(actual, AnswerAssert.class);
  }

  static AnswerAssert assertThat(HttpAnswer actual) {
    return new AnswerAssert(actual);
  }

  AnswerAssert hasStatus(Integer... expected) {
    if (!Arrays.asList(expected).contains(actual.status())) {
      failWithMessage("Expected status %s: %s", Arrays.toString(expected), actual);
    }
    return this;
  }

  /** Accepted, with a receipt. */
  AnswerAssert isAccepted() {
    hasStatus(200, 201);
    actual.receipt();
    return this;
  }

  /** Turned away with an OperationOutcome that shows nothing of the server's innards. */
  AnswerAssert isRefused(Integer... statuses) {
    hasStatus(statuses);
    boolean said =
        actual.resource(OperationOutcome.class).getIssue().stream()
            .anyMatch(issue -> issue.getDetails().hasCoding());
    if (!said) {
      failWithMessage("Expected an issue with a code: %s", actual);
    }
    return showsNoInnards();
  }

  /** Any refusal for which the sender is to blame. */
  AnswerAssert isRefused() {
    if (actual.status() < 400 || actual.status() > 499) {
      failWithMessage("Expected a status of 4xx: %s", actual);
    }
    return isRefused(actual.status());
  }

  AnswerAssert showsNoInnards() {
    // The name of an element of PractitionerRole is no trace.
    String text = actual.text().replace("availabilityExceptions", "");
    INNARDS.stream()
        .filter(text::contains)
        .findFirst()
        .ifPresent(trace -> failWithMessage("Did not expect '%s' in %s", trace, actual));
    return this;
  }

  AnswerAssert hasIssue(String code) {
    if (actual.issues().stream().noneMatch(issue -> issue.code().equals(code))) {
      failWithMessage("Expected an issue %s: %s", code, actual);
    }
    return this;
  }

  AnswerAssert hasIssue(String code, String expression) {
    boolean found =
        actual.issues().stream()
            .anyMatch(issue -> issue.code().equals(code) && issue.expression().equals(expression));
    if (!found) {
      failWithMessage("Expected an issue %s at %s: %s", code, expression, actual);
    }
    return this;
  }

  AnswerAssert hasOnlyIssue(String code) {
    var codes =
        actual.issues().stream()
            .filter(issue -> issue.severity().equals("error"))
            .map(Issue::code)
            .collect(Collectors.toSet());
    if (!codes.equals(java.util.Set.of(code))) {
      failWithMessage("Expected no issue but %s: %s", code, actual);
    }
    return this;
  }

  AnswerAssert hasNoIssue(String code) {
    if (actual.issues().stream().anyMatch(issue -> issue.code().equals(code))) {
      failWithMessage("Expected no issue %s: %s", code, actual);
    }
    return this;
  }

  /** A finding of a rule of good practice, told to the sender. */
  AnswerAssert tellsFinding(String rule) {
    boolean found =
        actual.issues().stream()
            .anyMatch(
                issue ->
                    issue.code().equals("practice-finding")
                        && issue.message().startsWith(rule + ":"));
    if (!found) {
      failWithMessage("Expected the finding %s: %s", rule, actual);
    }
    return this;
  }

  AnswerAssert doesNotSay(String... words) {
    for (String word : words) {
      if (actual.text().contains(word)) {
        failWithMessage("Did not expect '%s' in %s", word, actual);
      }
    }
    return this;
  }
}
