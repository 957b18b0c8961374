package org.ketamineregistry.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.Problem;

/**
 * Where the elements of a submission begin in its text. HL7's element model tells a line and a
 * column that do not belong together, so whoever refuses looks the place up again; who accepts need
 * not.
 */
public final class Places {
  private static final Pattern STEP = Pattern.compile("([A-Za-z0-9_]+)(?:\\[(\\d{1,6})])?");

  private final @Nullable PlacedNode root;

  private Places(@Nullable PlacedNode root) {
    this.root = root;
  }

  /**
   * Problems with the places of their expressions; one without an expression keeps its own.
   *
   * @param incoming the submission that they were found in
   */
  public static List<Problem> place(Incoming incoming, List<Problem> problems) {
    if (problems.stream().allMatch(problem -> problem.expression() == null)) {
      return problems;
    }
    Places places = of(incoming);
    return problems.stream().map(places::place).toList();
  }

  static Places of(Incoming incoming) {
    String text = new String(incoming.body(), StandardCharsets.UTF_8);
    try {
      return new Places(
          incoming.format() == Format.JSON ? JsonPlaces.read(text) : XmlPlaces.read(text));
    } catch (IOException | XMLStreamException e) {
      return new Places(null); // Who refuses a malformed text tells the place himself.
    }
  }

  private Problem place(Problem problem) {
    if (problem.expression() == null) {
      return problem;
    }
    return of(problem.expression())
        .map(
            at ->
                new Problem(
                    problem.code(),
                    problem.rule(),
                    problem.expression(),
                    at.line(),
                    at.column(),
                    problem.message()))
        .orElse(problem);
  }

  /**
   * Where an element begins, or the nearest one around it that the text has.
   *
   * @param expression a FHIRPath expression of names and indices from the root's type
   */
  Optional<Place> of(String expression) {
    if (root == null) {
      return Optional.empty();
    }
    String[] steps = expression.split("\\.");
    PlacedNode parent = expression.startsWith("Parameters") ? root : root.judged();
    PlacedNode at = parent;
    String name = "";
    int index = 0;
    for (int i = 1; i < steps.length; i++) {
      Matcher step = STEP.matcher(steps[i]);
      if (!step.matches()) {
        break;
      }
      String next = step.group(1);
      int nextIndex = step.group(2) == null ? 0 : Integer.parseInt(step.group(2));
      PlacedNode found = at.child(next, nextIndex).orElse(null);
      if (found == null) {
        // JSON keeps the extensions of a primitive beside it, under its name with a low line.
        found =
            parent
                .child("_" + name, index)
                .flatMap(beside -> beside.child(next, nextIndex))
                .orElse(null);
      }
      if (found == null) {
        break;
      }
      parent = at;
      at = found.unwrapped();
      name = next;
      index = nextIndex;
    }
    return Optional.of(at.place());
  }
}
