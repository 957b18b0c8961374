package org.ketamineregistry.ingest;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.Problem;

/**
 * A submission that could be read. Only {@link Ingest} makes one. What ingest found wrong goes on
 * with it, so that a refusal names every problem at once.
 */
public final class Submitted {
  private final Incoming incoming;
  private final Shape shape;
  private final Element root;
  private final @Nullable String bundleIdentifier;
  private final List<SubmittedEntry> entries;
  private final List<Problem> problems;
  private final List<ValidationMessage> parserFindings;
  private final byte[] contentDigest;
  private final @Nullable Part part;

  /** An entry of a batch. */
  private record Part(int index, BatchText text) {}

  /** What was sent. */
  public enum Shape {
    TRANSACTION,
    BATCH,
    /** A bundle that nobody can submit: what it holds is looked at, for a verdict. */
    COLLECTION,
    SINGLE
  }

  Submitted(
      Incoming incoming,
      Shape shape,
      Element root,
      @Nullable String bundleIdentifier,
      List<SubmittedEntry> entries,
      List<Problem> problems,
      List<ValidationMessage> parserFindings,
      byte[] contentDigest) {
    this(
        incoming,
        shape,
        root,
        bundleIdentifier,
        entries,
        problems,
        parserFindings,
        contentDigest,
        null);
  }

  private Submitted(
      Incoming incoming,
      Shape shape,
      Element root,
      @Nullable String bundleIdentifier,
      List<SubmittedEntry> entries,
      List<Problem> problems,
      List<ValidationMessage> parserFindings,
      byte[] contentDigest,
      @Nullable Part part) {
    this.incoming = incoming;
    this.shape = shape;
    this.root = root;
    this.bundleIdentifier = bundleIdentifier;
    this.entries = List.copyOf(entries);
    this.problems = List.copyOf(problems);
    this.parserFindings = List.copyOf(parserFindings);
    this.contentDigest = contentDigest.clone();
    this.part = part;
  }

  public Incoming incoming() {
    return incoming;
  }

  public Shape shape() {
    return shape;
  }

  /** The bundle or the single resource, as it was sent. */
  public Element root() {
    return root;
  }

  /** {@code Bundle.identifier} as {@code system|value}. */
  public Optional<String> bundleIdentifier() {
    return Optional.ofNullable(bundleIdentifier);
  }

  public List<SubmittedEntry> entries() {
    return entries;
  }

  /** What ingest found wrong. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * SHA-256 over the content, the same however it is written: JSON or XML, with more or less white
   * space. What a sender's retry may change (the bundle's id, meta and timestamp) is left out.
   */
  public byte[] contentDigest() {
    return contentDigest.clone();
  }

  /** What HL7's parser found wrong with single elements, for the next stage to judge. */
  public List<ValidationMessage> parserFindings() {
    return parserFindings;
  }

  /**
   * Whether every element was understood: only then the digest stands for all that was sent, since
   * an element that FHIR does not know is in no digest.
   */
  public boolean isWhole() {
    return problems.isEmpty()
        && parserFindings.stream().noneMatch(finding -> finding.getLevel().isError());
  }

  /**
   * Each entry of a batch as a submission of its own, in order: a batch promises nothing about its
   * entries together. Problems of the bundle itself stay with every entry. Empty where the bundle
   * has no entries, or too many, and is answered as a whole.
   */
  public List<Submitted> split() {
    if (problems.stream().anyMatch(problem -> "Bundle.entry".equals(problem.expression()))) {
      return List.of();
    }
    var text = new BatchText(incoming);
    return IntStream.range(0, root.getChildrenByName("entry").size())
        .mapToObj(index -> part(index, text))
        .toList();
  }

  private Submitted part(int index, BatchText text) {
    return new Submitted(
        incoming,
        Shape.SINGLE,
        root,
        null,
        entries.stream().filter(entry -> entry.index() == index).toList(),
        problems.stream().filter(problem -> concerns(problem.expression(), index)).toList(),
        parserFindings.stream().filter(found -> concerns(found.getLocation(), index)).toList(),
        contentDigest,
        new Part(index, text));
  }

  /** The place of this entry in its batch; 0 for what is no entry of a batch. */
  public int index() {
    return part == null ? 0 : part.index();
  }

  /** What came in; of an entry of a batch that entry alone. */
  public Incoming alone() {
    return part == null ? incoming : part.text().entry(part.index());
  }

  private static boolean concerns(@Nullable String expression, int index) {
    String own = "Bundle.entry[" + index + "]";
    return expression == null
        || !expression.startsWith("Bundle.entry[")
        || expression.equals(own)
        || expression.startsWith(own + ".");
  }
}
